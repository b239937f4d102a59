package org.nocturne.adapters.slurm;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nocturne.adapters.launch.Answer;
import org.nocturne.adapters.launch.Programs;

/** Whether jobs can be given to a cluster from here: asked before a campaign begins. Every complaint is one line and says how to mend it. */
public final class SlurmTrial {
    /** Without any controller scontrol itself would try for a minute. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final SlurmPrograms programs;

    public SlurmTrial() {
        this(new SlurmPrograms());
    }

    public SlurmTrial(SlurmPrograms programs) {
        this.programs = programs;
    }

    /** What is missing, or does not answer; empty where jobs can be submitted. */
    public Optional<String> complaint() {
        for (String program : List.of("sbatch", "squeue", "scontrol", "scancel")) {
            if (Programs.find(program).isEmpty()) {
                return Optional.of(
                        program + " is not on the PATH; start Nocturne on a login node of the cluster, or load its"
                                + " Slurm module (Debian: apt-get install slurm-client)");
            }
        }
        try {
            Optional<Answer> ping = programs.run(List.of("scontrol", "ping"), LIMIT);
            return ping.filter(Answer::succeeded)
                            .filter(answer -> answer.out().contains(" UP"))
                            .isPresent()
                    ? Optional.empty()
                    : Optional.of("the Slurm controller does not answer (scontrol ping: " + state(ping)
                            + "); ask sinfo on this machine, and see SLURM_CONF");
        } catch (IOException e) {
            return Optional.of("scontrol cannot be started: " + e.getMessage());
        }
    }

    /**
     * The same, and whether a job that asks for this would be taken; sbatch tries it without submitting.
     *
     * @param limit wall time of a job
     */
    public Optional<String> complaint(SlurmSettings settings, Duration limit) {
        Optional<String> missing = complaint();
        if (missing.isPresent()) {
            return missing;
        }
        List<String> command = new ArrayList<>(List.of("sbatch", "--test-only", "--wrap=true"));
        command.addAll(settings.options(limit));
        try {
            Optional<Answer> trial = programs.run(command, LIMIT);
            return trial.filter(Answer::succeeded).isPresent()
                    ? Optional.empty()
                    : Optional.of("the cluster would not take a job (sbatch --test-only: " + said(trial)
                            + "); sinfo lists its partitions and their limits");
        } catch (IOException e) {
            return Optional.of("sbatch cannot be started: " + e.getMessage());
        }
    }

    /** What scontrol knows stands first in its output; where it gives up, the reason stands last. */
    private static String state(Optional<Answer> ping) {
        return ping.flatMap(answer -> answer.out().lines().findFirst())
                .orElseGet(() -> said(ping).replaceFirst(".*; ", ""));
    }

    private static String said(Optional<Answer> answer) {
        return answer.map(a -> (a.out() + a.err()).strip().replaceAll("\\s*\\R\\s*", "; "))
                .orElse("no answer within " + LIMIT.toSeconds() + " s");
    }
}
