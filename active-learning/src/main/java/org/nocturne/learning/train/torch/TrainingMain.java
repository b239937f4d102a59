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
import org.nocturne.learning.train.network.DenoiserShape;
import org.nocturne.learning.train.network.NetworkShape;

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
        Libtorch.load();
        torch.set_num_threads(settings.threads());
        TrainingResult result = run(files, settings);
        System.out.printf(Locale.ROOT, "%d steps, held-out error %.5f%n", result.steps(), result.heldOutError());
    }

    private static TrainingResult run(WorkFiles files, TrainingSettings settings) throws IOException {
        if (settings.shape() instanceof DenoiserShape shape) {
            check(files.structures(), settings);
            DenoisingSet set = DenoisingSet.read(files.structures(), shape);
            return new TrainingRun(files, settings, new DenoisingLesson(shape, settings, set)).run();
        }
        check(files.frames(), settings);
        try (FrameSetReader set = new FrameSetReader(files.frames())) {
            return new TrainingRun(files, settings, new ForceLesson((NetworkShape) settings.shape(), settings, set))
                    .run();
        }
    }

    private static void check(Path data, TrainingSettings settings) throws IOException {
        String found = Sha256.of(data);
        if (!found.equals(settings.dataSha256())) {
            throw new IllegalArgumentException(
                    data + ": SHA-256 is " + found + "; the settings state " + settings.dataSha256());
        }
    }
}
