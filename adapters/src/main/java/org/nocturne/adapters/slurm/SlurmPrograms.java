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
public final class SlurmPrograms {
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
        return Programs.answer(command, environment, LIMIT);
    }

    /**
     * Whether jobs can be given to a cluster from here.
     *
     * @return one line that says what is wrong and how to mend it; empty where nothing is
     */
    public Optional<String> complaint() {
        for (String program : List.of("sbatch", "squeue", "scontrol", "scancel")) {
            if (Programs.find(program).isEmpty()) {
                return Optional.of(
                        program + " is not on the PATH; start Nocturne on a login node of the cluster, or load its"
                                + " Slurm module (Debian: apt-get install slurm-client)");
            }
        }
        try {
            Optional<Answer> ping = run(List.of("scontrol", "ping"));
            if (ping.isPresent() && ping.get().succeeded() && ping.get().out().contains(" UP")) {
                return Optional.empty();
            }
            String said = ping.map(
                            a -> (a.out() + a.err()).strip().lines().findFirst().orElse("nothing"))
                    .orElse("nothing within " + LIMIT.toSeconds() + " s");
            return Optional.of("the Slurm controller does not answer; scontrol ping says '" + said
                    + "': ask sinfo on this machine, and see SLURM_CONF");
        } catch (IOException e) {
            return Optional.of("scontrol cannot be started: " + e.getMessage());
        }
    }
}
