package org.nocturne.routes.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.nocturne.adapters.launch.Launcher;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.adapters.slurm.SlurmLauncher;
import org.nocturne.adapters.slurm.SlurmSettings;

/** The launcher of each task: one for this machine, one for each set of resources that tasks ask of a cluster. */
final class TaskLaunchers {
    /** Where a process sets no limit the engine knows none; a launcher wants a number. */
    private static final Duration NONE = Duration.ofDays(3650);

    private final Launcher local = new LocalLauncher();
    private final Map<SlurmSettings, Launcher> slurm = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException if the task does not say what the launcher must know */
    Launcher of(LauncherChoice choice, PipelineTask task) {
        if (!choice.isSlurm()) {
            return local;
        }
        if (task.limit().isEmpty()) {
            throw new IllegalArgumentException(
                    "the process " + task.process()
                            + " has no directive time, and a job of Slurm must have a limit: set process.time in nextflow.config");
        }
        SlurmSettings settings =
                new SlurmSettings(task.queue(), null, null, task.cpus(), task.memoryMb(), null, false, List.of());
        return slurm.computeIfAbsent(settings, SlurmLauncher::new);
    }

    static Duration limit(PipelineTask task) {
        return task.limit().orElse(NONE);
    }
}
