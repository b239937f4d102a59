package org.nocturne.adapters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.adapters.launch.Launcher;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Task;

/** One task from its inputs to its answer, waiting for it: for single steps on the command line and for tests. */
public final class RunToEnd {
    private static final Duration POLL = Duration.ofMillis(10);

    private final Launcher launcher;

    public RunToEnd(Launcher launcher) {
        this.launcher = launcher;
    }

    /**
     * Runs the task in {@code workDir}, which is created.
     *
     * @throws UncheckedIOException if the work directory cannot be written
     */
    public Outcome run(Code code, Task task, String token, Path workDir, Duration limit) {
        try {
            Files.createDirectories(workDir);
            Command command;
            try {
                command = code.prepare(task, token, workDir);
            } catch (IllegalArgumentException e) {
                return new Outcome.Failed(Cause.BAD_INPUT, String.valueOf(e.getMessage()), workDir);
            }
            launcher.start(token, command, workDir, limit);
            return code.read(task, token, workDir, awaitEnd(token, workDir));
        } catch (IOException e) {
            throw new UncheckedIOException(workDir + ": " + e.getMessage(), e);
        }
    }

    private Finished awaitEnd(String token, Path workDir) throws IOException {
        Optional<Finished> finished = launcher.look(token, workDir).ending();
        while (finished.isEmpty()) {
            pause();
            finished = launcher.look(token, workDir).ending();
        }
        return finished.get();
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a run", e);
        }
    }
}
