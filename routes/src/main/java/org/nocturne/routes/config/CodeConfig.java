package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The external code.
 *
 * @param name of its adapter
 * @param settings what that adapter reads
 * @param timeLimitMinutes of one job
 * @param cores that one job of it uses; absent: those that the launcher reserves, or one. Nothing but core hours depends on it
 */
public record CodeConfig(
        @JsonProperty("name") String name,
        @JsonProperty("settings") Map<String, Object> settings,
        @JsonProperty("time-limit-minutes") Double timeLimitMinutes,
        @JsonProperty("cores") @Nullable Integer cores) {

    public CodeConfig {
        Wanted.present("name", name, "the name of an adapter, such as lammps");
        settings = Map.copyOf(Wanted.orElse(settings, Map.of()));
        timeLimitMinutes = Wanted.above("time-limit-minutes", Wanted.orElse(timeLimitMinutes, 30.0), 0, "min");
        if (cores != null) {
            Wanted.atLeast("cores", cores, 1);
        }
    }

    /** Cores of one job where this launcher starts it. */
    int coresOf(LauncherConfig launcher) {
        Integer reserved = launcher.cpus();
        return cores != null ? cores : reserved != null ? reserved : 1;
    }

    public Duration timeLimit() {
        return Duration.ofMillis(Math.round(60_000 * timeLimitMinutes));
    }
}
