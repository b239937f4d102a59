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
 * @param stalledAfterMinutes after which a job that writes and computes nothing is ended; 0 for never; absent: 10, and 60 on a cluster, where
 *     only what it writes is seen
 * @param outputLimitMb the most that one file of a job may hold, mebibytes; 0 for no limit
 */
public record CodeConfig(
        @JsonProperty("name") String name,
        @JsonProperty("settings") Map<String, Object> settings,
        @JsonProperty("time-limit-minutes") Double timeLimitMinutes,
        @JsonProperty("cores") @Nullable Integer cores,
        @JsonProperty("stalled-after-minutes") @Nullable Double stalledAfterMinutes,
        @JsonProperty("output-limit-mb") Integer outputLimitMb) {
    private static final int USUAL_OUTPUT_MB = 4096;
    private static final double STALLED_HERE = 10;
    private static final double STALLED_ON_A_CLUSTER = 60;

    public CodeConfig {
        Wanted.present("name", name, "the name of an adapter, such as lammps");
        settings = Map.copyOf(Wanted.orElse(settings, Map.of()));
        timeLimitMinutes = Wanted.above("time-limit-minutes", Wanted.orElse(timeLimitMinutes, 30.0), 0, "min");
        if (cores != null) {
            Wanted.atLeast("cores", cores, 1);
        }
        if (stalledAfterMinutes != null) {
            Wanted.atLeast("stalled-after-minutes", stalledAfterMinutes, 0, "min");
        }
        outputLimitMb = Wanted.atLeast("output-limit-mb", Wanted.orElse(outputLimitMb, USUAL_OUTPUT_MB), 0);
    }

    /** Zero for never. */
    public Duration stalledAfter(LauncherConfig launcher) {
        double usual = launcher.isSlurm() ? STALLED_ON_A_CLUSTER : STALLED_HERE;
        return Duration.ofMillis(Math.round(60_000 * Wanted.orElse(stalledAfterMinutes, usual)));
    }

    /** Zero for no limit. */
    public long outputLimitBytes() {
        return (long) outputLimitMb << 20;
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
