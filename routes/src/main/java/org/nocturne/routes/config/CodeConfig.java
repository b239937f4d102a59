package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Map;

/**
 * The external code.
 *
 * @param name of its adapter
 * @param settings what that adapter reads
 * @param timeLimitMinutes of one job
 */
public record CodeConfig(
        @JsonProperty("name") String name,
        @JsonProperty("settings") Map<String, Object> settings,
        @JsonProperty("time-limit-minutes") Double timeLimitMinutes) {

    public CodeConfig {
        Wanted.present("name", name, "the name of an adapter, such as lammps");
        settings = Map.copyOf(Wanted.orElse(settings, Map.of()));
        timeLimitMinutes = Wanted.above("time-limit-minutes", Wanted.orElse(timeLimitMinutes, 30.0), 0, "min");
    }

    public Duration timeLimit() {
        return Duration.ofMillis(Math.round(60_000 * timeLimitMinutes));
    }
}
