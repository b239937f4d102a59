package org.nocturne.learning.train.torch;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.nocturne.learning.train.job.FrameSetReader;
import org.nocturne.learning.train.job.FrameSetReader.Entry;
import org.nocturne.learning.train.job.TrainingProgress;
import org.nocturne.learning.train.job.TrainingResult;
import org.nocturne.learning.train.job.TrainingSettings;
import org.nocturne.learning.train.job.WorkFiles;
import org.nocturne.learning.train.network.EquivariantForceNetwork;

/**
 * One training from its settings, or from its checkpoint, to its result. The number of steps is fixed once, so that the same seed gives
 * the same weights however often it was interrupted.
 */
final class TrainingRun {
    private static final int WARM_UP = 50; // steps over which the learning rate rises
    private static final int MOST_JUDGED = 16; // frames in one evaluation
    private static final int LEAST_JUDGED = 4;
    private static final int ATOMS_JUDGED = 4000; // large cells need fewer frames, and are not to eat up the time
    private static final int MOST_RECALLED = 64; // training frames in the result

    private final WorkFiles files;
    private final TrainingSettings settings;
    private final FrameSetReader set;
    private final EquivariantForceNetwork shape;
    private final TorchNetwork network;
    private final Evaluation evaluation;
    private final ResidualLoss loss;
    private final List<Entry> training;
    private final List<Entry> heldOut;
    private final Batches batches;
    private final CpuClock clock;

    TrainingRun(WorkFiles files, TrainingSettings settings, FrameSetReader set) throws IOException {
        this.files = files;
        this.settings = settings;
        this.set = set;
        this.shape = new EquivariantForceNetwork(settings.shape());
        this.network = new TorchNetwork(shape);
        Collation collation = new Collation(set.layouts(), settings.shape().sigmaAngstromPerRootKelvin());
        this.evaluation = new Evaluation(set, collation);
        this.training = set.entries().stream().filter(e -> !e.heldOut()).toList();
        this.heldOut = set.entries().stream().filter(Entry::heldOut).toList();
        if (training.isEmpty() || heldOut.isEmpty()) {
            throw new IllegalArgumentException(files.frames() + ": " + training.size() + " training and "
                    + heldOut.size() + " held-out frames; at least one of each is wanted");
        }
        this.loss = new ResidualLoss(set, collation, training);
        this.batches = new Batches(training, settings.batch(), settings.seed());
        this.clock = new CpuClock(settings.threads());
    }

    TrainingResult run() throws IOException {
        float[] gradient = new float[shape.parameters().size()];
        Checkpoint at = Checkpoint.read(files.checkpoint(), gradient.length)
                .orElseGet(() -> new Checkpoint(shape.parameters().initial(settings.seed())));
        if (at.stepsPlanned == 0) {
            at.stepsPlanned = settings.steps() > 0 ? settings.steps() : stepsFor(settings.minutes(), at, gradient);
            at.write(files.checkpoint());
        }
        files.truncateProgress(at.stepsDone());
        Adam adam = new Adam(settings.gradientNorm());
        List<Entry> judges = judges();
        int every = Math.max(1, at.stepsPlanned / settings.evaluations());
        while (at.stepsDone() < at.stepsPlanned && at.waited < settings.patience()) {
            double before = clock.seconds();
            do {
                step(at, adam, gradient);
            } while (at.stepsDone() % every != 0 && at.stepsDone() < at.stepsPlanned);
            at.stepSeconds += clock.seconds() - before;
            network.load(at.optimiser.weights);
            double judged = evaluation.error(network, judges);
            at.cpuSeconds += clock.seconds() - before;
            remember(at, judged);
        }
        return result(at);
    }

    private List<Entry> judges() {
        int atoms = set.layouts().get(heldOut.get(0).layout()).atoms();
        int most = Math.min(MOST_JUDGED, Math.max(LEAST_JUDGED, ATOMS_JUDGED / atoms));
        return Evaluation.choose(heldOut, most);
    }

    private void step(Checkpoint at, Adam adam, float[] gradient) throws IOException {
        List<Entry> batch = batches.at(at.stepsDone());
        loss.prepare(batch);
        network.load(at.optimiser.weights);
        loss.gradient(network, batch, gradient);
        adam.step(at.optimiser, gradient, learningRate(at.stepsDone(), at.stepsPlanned));
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
            System.arraycopy(at.optimiser.weights, 0, at.best, 0, at.best.length);
        }
        files.append(new TrainingProgress(
                at.stepsDone(), at.stepsPlanned, at.cpuSeconds, loss.takeError(), judged, Memory.residentMegabytes()));
        at.write(files.checkpoint());
        if (Double.isNaN(judged)) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "the forces are no numbers after step %d; a learning rate below %g is wanted",
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
            List<Entry> batch = batches.at(k + 3);
            loss.prepare(batch);
            network.load(at.optimiser.weights);
            loss.gradient(network, batch, gradient);
        }
        double perStep = (clock.seconds() - begun) / trial;
        loss.takeError();
        begun = clock.seconds();
        evaluation.error(network, judges());
        double judging = (clock.seconds() - begun) * settings.evaluations();
        return Math.max(settings.evaluations(), (int) ((60 * minutes - judging) / perStep));
    }

    private TrainingResult result(Checkpoint at) throws IOException {
        network.load(at.best);
        TrainingResult result = new TrainingResult(
                at.stepsDone(),
                at.bestStep,
                at.cpuSeconds,
                at.stepsDone() / at.stepSeconds,
                evaluation.error(network, Evaluation.choose(training, MOST_RECALLED)),
                evaluation.error(network, heldOut),
                evaluation.errorByKelvin(network, heldOut));
        files.write(result, at.best);
        return result;
    }
}
