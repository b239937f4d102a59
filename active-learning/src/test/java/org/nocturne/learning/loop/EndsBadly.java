package org.nocturne.learning.loop;

import java.nio.file.Path;
import java.time.Duration;
import org.nocturne.core.port.ProcessLauncher;

/** Programs that are killed when they have been started. */
final class EndsBadly implements ProcessLauncher {
    private boolean started;

    @Override
    public void start(String token, Program program, Path workDir, Duration limit) {
        started = true;
    }

    @Override
    public Standing look(String token, Path workDir) {
        return new Standing(started ? Phase.FAILED : Phase.NEVER_STARTED, "exit code 137", workDir.resolve("err"));
    }

    @Override
    public void end(String token, Path workDir) {}
}
