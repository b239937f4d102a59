package org.nocturne.learning.train.torch;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.nocturne.learning.train.job.FrameSetReader;
import org.nocturne.learning.train.job.FrameSetReader.Entry;
import org.nocturne.learning.train.job.LabelledDisplacement;

/**
 * Mean squared error of the residual force in units of its mean square at the frame's temperature, so that every temperature counts
 * alike.
 */
final class ResidualLoss {
    private final FrameSetReader set;
    private final Collation collation;
    private final Map<Double, Double> meanSquare = new HashMap<>();
    private double errors;
    private double forces;

    ResidualLoss(FrameSetReader set, Collation collation, List<Entry> training) throws IOException {
        this.set = set;
        this.collation = collation;
        Map<Double, double[]> sums = new HashMap<>();
        for (Entry entry : training) {
            LabelledDisplacement frame = set.read(entry);
            double[] sum = sums.computeIfAbsent(entry.temperatureK(), k -> new double[2]);
            sum[0] += frame.residualSquare();
            sum[1] += frame.forces().length;
        }
        sums.forEach((kelvin, sum) -> meanSquare.put(kelvin, sum[0] / sum[1]));
    }

    /** Makes what batches of this size share; call it outside of any PointerScope. */
    void prepare(List<Entry> batch) {
        collation.prepare(batch.get(0).layout(), batch.size());
    }

    /** Writes the gradient of one batch. */
    void gradient(TorchNetwork network, List<Entry> batch, float[] into) throws IOException {
        List<LabelledDisplacement> frames = new java.util.ArrayList<>();
        for (Entry entry : batch) {
            frames.add(set.read(entry));
        }
        int components = frames.get(0).forces().length;
        float[] wanted = new float[components * frames.size()];
        float[] weight = new float[components / 3 * frames.size()];
        for (int f = 0; f < frames.size(); f++) {
            LabelledDisplacement frame = frames.get(f);
            for (int k = 0; k < components; k++) {
                wanted[components * f + k] = frame.forces()[k] - frame.linearForces()[k];
            }
            double square = meanSquare.getOrDefault(frame.temperatureK(), 1.0);
            java.util.Arrays.fill(
                    weight, components / 3 * f, components / 3 * (f + 1), (float) (1 / (square * wanted.length)));
            forces += frame.forceSquare();
        }
        try (PointerScope scope = new PointerScope()) {
            Tensor predicted = network.residualForce(collation.inputs(frames));
            Tensor target = AbstractTensor.create(wanted, weight.length, 3);
            Tensor difference = predicted.sub(target);
            Tensor square = difference.mul(difference);
            Tensor loss =
                    square.mul(AbstractTensor.create(weight, weight.length, 1)).sum();
            loss.backward();
            errors += square.sum().item_float();
            network.takeGradient(into);
        }
    }

    /** Relative force error over the batches since the last call. */
    double takeError() {
        double out = Math.sqrt(errors / forces);
        errors = 0;
        forces = 0;
        return out;
    }
}
