package org.nocturne.learning.train.torch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.bytedeco.pytorch.global.torch;
import org.nocturne.core.format.Sha256;
import org.nocturne.learning.train.job.FrameSetReader;
import org.nocturne.learning.train.job.TrainingResult;
import org.nocturne.learning.train.job.TrainingSettings;
import org.nocturne.learning.train.job.WorkFiles;

/** The JVM that trains: it knows one work directory ({@link WorkFiles}) and ends with an exception, and so with exit code 1, when it cannot. */
public final class TrainingMain {
    private TrainingMain() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException(
                    "found " + Arrays.toString(arguments) + "; wanted is one work directory");
        }
        WorkFiles files = new WorkFiles(Path.of(arguments[0]));
        TrainingSettings settings = files.settings()
                .orElseThrow(() -> new IllegalArgumentException(files.dir() + ": holds no settings.json"));
        String found = Sha256.of(files.frames());
        if (!found.equals(settings.framesSha256())) {
            throw new IllegalArgumentException(
                    files.frames() + ": SHA-256 is " + found + "; the settings state " + settings.framesSha256());
        }
        torch.set_num_threads(settings.threads());
        try (FrameSetReader set = new FrameSetReader(files.frames())) {
            TrainingResult result = new TrainingRun(files, settings, set).run();
            System.out.printf(
                    Locale.ROOT, "%d steps, held-out force error %.5f%n", result.steps(), result.heldOutError());
        }
    }
}
