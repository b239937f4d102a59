package org.nocturne.learning.train.torch;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import org.nocturne.learning.train.job.FrameSetReader;
import org.nocturne.learning.train.job.FrameSetReader.Entry;
import org.nocturne.learning.train.job.TrainingSettings;
import org.nocturne.learning.train.network.EquivariantForceNetwork;
import org.nocturne.learning.train.network.NetworkShape;
import org.nocturne.learning.train.network.ParameterLayout;

/** Forces from labelled displacements. */
final class ForceLesson implements Lesson {
    private static final int MOST_JUDGED = 16; // frames in one evaluation
    private static final int LEAST_JUDGED = 4;
    private static final int ATOMS_JUDGED = 4000; // large cells need fewer frames, and are not to eat up the time
    private static final int MOST_RECALLED = 64; // training frames in the result

    private final EquivariantForceNetwork shape;
    private final TorchNetwork network;
    private final Evaluation evaluation;
    private final ResidualLoss loss;
    private final List<Entry> training;
    private final List<Entry> heldOut;
    private final List<Entry> judges;
    private final Batches batches;

    /** @throws IllegalArgumentException if there is nothing to learn from, or nothing to judge by */
    ForceLesson(NetworkShape shape, TrainingSettings settings, FrameSetReader set) throws IOException {
        this.shape = new EquivariantForceNetwork(shape);
        this.network = new TorchNetwork(this.shape);
        Collation collation = new Collation(set.layouts(), shape.sigmaAngstromPerRootKelvin());
        this.evaluation = new Evaluation(set, collation);
        this.training = set.entries().stream().filter(e -> !e.heldOut()).toList();
        this.heldOut = set.entries().stream().filter(Entry::heldOut).toList();
        if (training.isEmpty() || heldOut.isEmpty()) {
            throw new IllegalArgumentException(training.size() + " training and " + heldOut.size()
                    + " held-out frames; at least one of each is wanted");
        }
        int atoms = set.layouts().get(heldOut.get(0).layout()).atoms();
        this.judges = Evaluation.choose(heldOut, Math.min(MOST_JUDGED, Math.max(LEAST_JUDGED, ATOMS_JUDGED / atoms)));
        this.loss = new ResidualLoss(set, collation, training);
        this.batches = new Batches(training, settings.batch(), settings.seed());
    }

    @Override
    public ParameterLayout parameters() {
        return shape.parameters();
    }

    @Override
    public void gradient(float[] weights, int step, float[] into) throws IOException {
        List<Entry> batch = batches.at(step);
        loss.prepare(batch);
        network.load(weights);
        loss.gradient(network, batch, into);
    }

    @Override
    public double takeError() {
        return loss.takeError();
    }

    @Override
    public double judge(float[] weights) throws IOException {
        return error(weights, judges);
    }

    @Override
    public double trainingError(float[] weights) throws IOException {
        return error(weights, Evaluation.choose(training, MOST_RECALLED));
    }

    @Override
    public double heldOutError(float[] weights) throws IOException {
        return error(weights, heldOut);
    }

    @Override
    public SortedMap<Double, Double> heldOutErrorAt(float[] weights) throws IOException {
        network.load(weights);
        return evaluation.errorByKelvin(network, heldOut);
    }

    private double error(float[] weights, List<Entry> frames) throws IOException {
        network.load(weights);
        return evaluation.error(network, frames);
    }
}
