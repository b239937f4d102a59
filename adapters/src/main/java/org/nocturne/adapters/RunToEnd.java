package org.nocturne.adapters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.adapters.launch.Launcher;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Task;

/** Tasks from their inputs to their answers, waiting for them: for single steps on the command line and for tests. */
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

    /**
     * Runs a batch in {@code workDir}, which is created. A run of this token that is there already is not made twice: one that lives is waited for, one
     * that has answered everything is read. Anything else is started again in the same place, where a program that remembers its steps goes on.
     *
     * @param tasks none of which the code refuses
     * @param token the same for the same tasks, in the same work directory
     * @return one outcome for each task, in their order
     * @throws UncheckedIOException if the work directory cannot be written
     */
    public List<Outcome> run(BatchRuns code, List<? extends Task> tasks, String token, Path workDir, Duration limit) {
        try {
            Files.createDirectories(workDir);
            boolean there = launcher.look(token, workDir).fold(() -> false, living -> true, ended -> true, () -> false);
            if (there) {
                List<Outcome> found = code.read(tasks, token, workDir, awaitEnd(token, workDir));
                if (found.stream().allMatch(Outcome.Done.class::isInstance)) {
                    return found;
                }
            }
            launcher.start(token, code.prepare(tasks, token, workDir), workDir, limit);
            return code.read(tasks, token, workDir, awaitEnd(token, workDir));
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
