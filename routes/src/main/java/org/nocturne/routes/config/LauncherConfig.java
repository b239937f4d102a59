package org.nocturne.routes.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.slurm.SlurmSettings;

/**
 * Where the jobs of the code run: on the machine of the runner, or as jobs of a Slurm cluster. All but the name is for Slurm.
 *
 * @param name local or slurm
 * @param memoryMb of one job, mebibytes
 * @param requeue whether Slurm may run a job again itself
 * @param extra further long options of sbatch
 */
public record LauncherConfig(
        @JsonProperty("name") String name,
        @JsonProperty("partition") @Nullable String partition,
        @JsonProperty("account") @Nullable String account,
        @JsonProperty("qos") @Nullable String qos,
        @JsonProperty("cpus") @Nullable Integer cpus,
        @JsonProperty("memory-mb") @Nullable Integer memoryMb,
        @JsonProperty("constraint") @Nullable String constraint,
        @JsonProperty("requeue") Boolean requeue,
        @JsonProperty("extra") List<String> extra) {
    private static final String LOCAL = "local";
    private static final String SLURM = "slurm";

    public LauncherConfig {
        Wanted.present("name", name, "one of local, slurm");
        Wanted.oneOf("name", name, List.of(LOCAL, SLURM));
        requeue = Wanted.orElse(requeue, false);
        extra = List.copyOf(Wanted.orElse(extra, List.of()));
        boolean asksSlurm = requeue
                || !extra.isEmpty()
                || Stream.of(partition, account, qos, cpus, memoryMb, constraint)
                        .anyMatch(v -> v != null);
        if (name.equals(LOCAL) && asksSlurm) {
            throw new ConfigValueException(
                    "name", "is 'local', which asks nothing of a queue: wanted is slurm, or no other key");
        }
        try {
            new SlurmSettings(partition, account, qos, cpus, memoryMb, constraint, requeue, extra);
        } catch (IllegalArgumentException e) {
            String[] told = String.valueOf(e.getMessage()).split(": ", 2);
            throw new ConfigValueException(told[0], told[1]);
        }
    }

    static LauncherConfig local() {
        return new LauncherConfig(LOCAL, null, null, null, null, null, null, false, List.of());
    }

    public boolean isSlurm() {
        return name.equals(SLURM);
    }

    public SlurmSettings settings() {
        return new SlurmSettings(partition, account, qos, cpus, memoryMb, constraint, requeue, extra);
    }
}
