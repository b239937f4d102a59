package org.nocturne.adapters.slurm;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nocturne.adapters.launch.Answer;
import org.nocturne.adapters.launch.Programs;

/**
 * Slurm's own programs, found on the PATH. They are not shown the variables by which a person sets defaults for them, nor those of a job
 * that the runner itself may be: what is asked is on the command line alone.
 */
public class SlurmPrograms {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Set<String> KEPT = Set.of("SLURM_CONF", "SLURM_CONF_SERVER", "SLURM_JWT");
    private static final List<String> HIDDEN = List.of("SLURM_", "SBATCH_", "SQUEUE_", "SCANCEL_", "SCONTROL_");

    private final Map<String, String> environment;

    /** With the environment of this JVM. */
    public SlurmPrograms() {
        this(Map.of());
    }

    /** @param more variables, such as SLURM_CONF */
    public SlurmPrograms(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.keySet().removeIf(name -> !KEPT.contains(name) && HIDDEN.stream().anyMatch(name::startsWith));
        all.putAll(more);
        this.environment = Map.copyOf(all);
    }

    /**
     * @return empty if there was no answer in time
     * @throws IOException if the program is not there
     */
    Optional<Answer> run(List<String> command) throws IOException {
        return run(command, LIMIT);
    }

    /** @param limit the program is ended after this time */
    Optional<Answer> run(List<String> command, Duration limit) throws IOException {
        return Programs.answer(command, environment, limit);
    }
}
