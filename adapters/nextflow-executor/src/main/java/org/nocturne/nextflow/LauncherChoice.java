package org.nocturne.nextflow;

import java.util.List;
import java.util.Map;
import nextflow.Session;
import nextflow.exception.AbortOperationException;

/**
 * Which launcher of Nocturne runs the tasks, from the scope {@code executor} of nextflow.config.
 *
 * @param launcher local or slurm
 * @param slots cores that the tasks on this machine may take together
 */
record LauncherChoice(String launcher, int slots) {
    private static final String LOCAL = "local";
    private static final List<String> LAUNCHERS = List.of(LOCAL, "slurm");

    /** @throws AbortOperationException naming the setting, what was found and what is wanted */
    static LauncherChoice of(Session session, String executor) {
        String launcher = String.valueOf(session.getExecConfigProp(executor, "launcher", LOCAL));
        if (!LAUNCHERS.contains(launcher)) {
            throw new AbortOperationException("executor." + executor + ".launcher is '" + launcher
                    + "'; wanted is one of " + String.join(", ", LAUNCHERS));
        }
        Object slots = session.getExecConfigProp(
                executor, "slots", Runtime.getRuntime().availableProcessors());
        if (!(slots instanceof Number number) || number.intValue() < 1) {
            throw new AbortOperationException(
                    "executor." + executor + ".slots is '" + slots + "'; wanted is a number of cores, at least 1");
        }
        return new LauncherChoice(launcher, number.intValue());
    }

    /** Whether tasks are processes of this machine. */
    boolean isLocal() {
        return launcher.equals(LOCAL);
    }

    Map<String, Object> toMap() {
        return Map.of("launcher", launcher, "slots", slots);
    }
}
