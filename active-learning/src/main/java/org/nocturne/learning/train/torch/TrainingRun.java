package org.nocturne.learning.train.torch;

import java.io.IOException;
import java.util.Locale;
import org.nocturne.learning.train.job.TrainingProgress;
import org.nocturne.learning.train.job.TrainingResult;
import org.nocturne.learning.train.job.TrainingSettings;
import org.nocturne.learning.train.job.WorkFiles;

/**
 * One training from its settings, or from its checkpoint, to its result. The number of steps is fixed once, so that the same seed gives
 * the same weights however often it was interrupted.
 */
final class TrainingRun {
    private static final int WARM_UP = 50; // steps over which the learning rate rises

    private final WorkFiles files;
    private final TrainingSettings settings;
    private final Lesson lesson;
    private final CpuClock clock;

    TrainingRun(WorkFiles files, TrainingSettings settings, Lesson lesson) {
        this.files = files;
        this.settings = settings;
        this.lesson = lesson;
        this.clock = new CpuClock(settings.threads());
    }

    TrainingResult run() throws IOException {
        float[] gradient = new float[lesson.parameters().size()];
        Checkpoint at = Checkpoint.read(files.checkpoint(), gradient.length)
                .orElseGet(() -> new Checkpoint(lesson.parameters().initial(settings.seed())));
        if (at.stepsPlanned == 0) {
            at.stepsPlanned = settings.steps() > 0 ? settings.steps() : stepsFor(settings.minutes(), at, gradient);
            at.write(files.checkpoint());
        }
        files.truncateProgress(at.stepsDone());
        Adam adam = new Adam(settings.gradientNorm());
        int every = Math.max(1, at.stepsPlanned / settings.evaluations());
        while (at.stepsDone() < at.stepsPlanned && at.waited < settings.patience()) {
            double before = clock.seconds();
            do {
                step(at, adam, gradient);
            } while (at.stepsDone() % every != 0 && at.stepsDone() < at.stepsPlanned);
            at.stepSeconds += clock.seconds() - before;
            double judged = lesson.judge(at.averaged(settings.averaging()));
            at.cpuSeconds += clock.seconds() - before;
            remember(at, judged);
        }
        return result(at);
    }

    private void step(Checkpoint at, Adam adam, float[] gradient) throws IOException {
        lesson.gradient(at.optimiser.weights, at.stepsDone(), gradient);
        adam.step(at.optimiser, gradient, learningRate(at.stepsDone(), at.stepsPlanned));
        at.average(settings.averaging());
    }

    /** Rises over the first steps, then falls along a half cosine (Loshchilov and Hutter, ICLR 2017) to a hundredth. */
    private double learningRate(int step, int steps) {
        double rise = Math.min(1, (step + 1.0) / WARM_UP);
        return settings.learningRate() * rise * (0.01 + 0.99 * 0.5 * (1 + Math.cos(Math.PI * step / steps)));
    }

    private void remember(Checkpoint at, double judged) {
        at.waited++;
        if (judged < at.bestError) {
            at.bestError = judged;
            at.bestStep = at.stepsDone();
            at.waited = 0;
            System.arraycopy(at.averaged(settings.averaging()), 0, at.best, 0, at.best.length);
        }
        files.append(new TrainingProgress(
                at.stepsDone(),
                at.stepsPlanned,
                at.cpuSeconds,
                lesson.takeError(),
                judged,
                Memory.residentMegabytes()));
        at.write(files.checkpoint());
        if (Double.isNaN(judged)) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "what the network gives is no number after step %d; a learning rate below %g is wanted",
                    at.stepsDone(),
                    settings.learningRate()));
        }
    }

    /** Trial steps that change nothing tell how many fit into the time. */
    private int stepsFor(double minutes, Checkpoint at, float[] gradient) throws IOException {
        int trial = 12;
        double begun = 0;
        for (int k = -3; k < trial; k++) {
            if (k == 0) {
                begun = clock.seconds();
            }
            lesson.gradient(at.optimiser.weights, k + 3, gradient);
        }
        double perStep = (clock.seconds() - begun) / trial;
        lesson.takeError();
        begun = clock.seconds();
        lesson.judge(at.optimiser.weights);
        double judging = (clock.seconds() - begun) * settings.evaluations();
        return Math.max(settings.evaluations(), (int) ((60 * minutes - judging) / perStep));
    }

    private TrainingResult result(Checkpoint at) throws IOException {
        TrainingResult result = new TrainingResult(
                at.stepsDone(),
                at.bestStep,
                at.cpuSeconds,
                at.stepsDone() / at.stepSeconds,
                lesson.trainingError(at.best),
                lesson.heldOutError(at.best),
                lesson.heldOutErrorAt(at.best));
        files.write(result, at.best);
        return result;
    }
}
