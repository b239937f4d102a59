package org.nocturne.adapters.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.nocturne.core.port.ProcessLauncher;
import org.nocturne.core.work.Cause;

/** Programs of our own, started on this machine like any calculation. */
public final class LocalProcesses implements ProcessLauncher {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final LocalLauncher launcher;

    public LocalProcesses(LocalLauncher launcher) {
        this.launcher = launcher;
    }

    @Override
    public void start(String token, Program program, Path workDir, Duration limit) {
        try {
            launcher.start(token, new Command(program.arguments(), program.environment()), workDir, limit);
        } catch (IOException e) {
            throw new UncheckedIOException(workDir + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Standing look(String token, Path workDir) {
        Path errors = workDir.resolve(Wrapper.ERR);
        try {
            State state = launcher.look(token, workDir);
            return state.ending()
                    .map(f -> new Standing(f.succeeded() ? Phase.SUCCEEDED : Phase.FAILED, ending(f), errors))
                    .orElseGet(() -> new Standing(
                            state instanceof State.Running ? Phase.RUNNING : Phase.NEVER_STARTED, "", errors));
        } catch (IOException e) {
            throw new UncheckedIOException(workDir + ": " + e.getMessage(), e);
        }
    }

    private static String ending(Finished finished) {
        return finished.endedBy().map(cause -> cause + ", ").orElse("") + finished.inWords();
    }

    @Override
    public void end(String token, Path workDir) {
        try {
            launcher.end(token, workDir, GRACE, Cause.CANCELLED);
        } catch (IOException e) {
            throw new UncheckedIOException(workDir + ": " + e.getMessage(), e);
        }
    }
}
