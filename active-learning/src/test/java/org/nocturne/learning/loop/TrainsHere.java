package org.nocturne.learning.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.nocturne.core.port.ProcessLauncher;
import org.nocturne.learning.train.torch.TrainingMain;

/** Runs the program that trains in this JVM, and has ended when it has been started. */
final class TrainsHere implements ProcessLauncher {
    int trainings;

    @Override
    public void start(String token, Program program, Path workDir, Duration limit) {
        try {
            TrainingMain.main(new String[] {workDir.toString()});
            trainings++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Standing look(String token, Path workDir) {
        return new Standing(trainings == 0 ? Phase.NEVER_STARTED : Phase.SUCCEEDED, "exit code 0", workDir);
    }

    @Override
    public void end(String token, Path workDir) {}
}
