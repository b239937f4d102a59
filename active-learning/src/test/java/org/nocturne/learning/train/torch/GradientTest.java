package org.nocturne.learning.train.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.learning.train.job.FrameLayout;
import org.nocturne.learning.train.job.FrameSetReader;
import org.nocturne.learning.train.job.FrameSetReader.Entry;
import org.nocturne.learning.train.job.FrameSetWriter;
import org.nocturne.learning.train.job.LabelledDisplacement;
import org.nocturne.learning.train.network.EquivariantForceNetwork;
import org.nocturne.learning.train.network.NetworkShape;

/** What libtorch says of the slope of the loss, against the loss itself. */
class GradientTest {
    private static final int ATOMS = 6;
    private final Random random = new Random(2);
    private final EquivariantForceNetwork network =
            new EquivariantForceNetwork(new NetworkShape(4, 1, 4, 1.0, 2.0, 3.0, 2, new int[] {0, 1}, 0.004, 20));

    @TempDir
    Path dir;

    /** A ring in which everybody has two neighbours. */
    private FrameLayout ring() {
        FrameLayout out = new FrameLayout(
                ATOMS, 2, new int[ATOMS], new int[2 * ATOMS], new float[2 * ATOMS], new float[6 * ATOMS]);
        for (int i = 0; i < ATOMS; i++) {
            out.siteClass()[i] = i % 2;
            for (int slot = 0; slot < 2; slot++) {
                int j = Math.floorMod(i + 2 * slot - 1, ATOMS);
                out.neighbour()[2 * i + slot] = j;
                out.mask()[2 * i + slot] = 1;
                out.reference()[6 * i + 3 * slot] = (float) (2 * (Math.cos(j * 1.05) - Math.cos(i * 1.05)));
                out.reference()[6 * i + 3 * slot + 1] = (float) (2 * (Math.sin(j * 1.05) - Math.sin(i * 1.05)));
            }
        }
        return out;
    }

    private float[] noise(double scale, int length) {
        float[] out = new float[length];
        for (int k = 0; k < length; k++) {
            out[k] = (float) (scale * random.nextGaussian());
        }
        return out;
    }

    @Test
    void the_gradient_is_the_slope_of_the_loss() throws Exception {
        Path file = dir.resolve("frames.bin");
        try (FrameSetWriter writer = new FrameSetWriter(file, List.of(ring()))) {
            for (double kelvin : new double[] {300, 900}) {
                writer.write(new LabelledDisplacement(0, false, kelvin, noise(0.1, 18), noise(1, 18), noise(0.5, 18)));
            }
            writer.publish();
        }
        float[] weights = noise(0.4, network.parameters().size());
        float[] direction = noise(1, weights.length);
        try (FrameSetReader set = new FrameSetReader(file)) {
            float[] gradient = new float[weights.length];
            gradientAt(set, weights, gradient);
            double along = 0;
            for (int k = 0; k < weights.length; k++) {
                along += (double) gradient[k] * direction[k];
            }

            double h = 1e-3;
            double slope = (loss(set, weights, direction, h) - loss(set, weights, direction, -h)) / (2 * h);

            assertThat(Math.abs(slope)).isGreaterThan(1e-2);
            assertThat(along).isCloseTo(slope, within(3e-3 * Math.abs(slope) + 1e-3));
        }
    }

    private void gradientAt(FrameSetReader set, float[] weights, float[] into) throws Exception {
        TorchNetwork torch = new TorchNetwork(network);
        torch.load(weights);
        ResidualLoss loss = new ResidualLoss(set, new Collation(set.layouts(), 0.004), set.entries());
        loss.prepare(set.entries());
        loss.gradient(torch, set.entries(), into);
    }

    /** The loss itself, frame by frame, in double precision from the forces of each. */
    private double loss(FrameSetReader set, float[] weights, float[] direction, double h) throws Exception {
        float[] moved = weights.clone();
        for (int k = 0; k < moved.length; k++) {
            moved[k] += (float) (h * direction[k]);
        }
        double sum = 0;
        for (Entry entry : set.entries()) {
            LabelledDisplacement frame = set.read(entry);
            float[] residual = TorchRun.residual(
                    network, moved, set.layouts().get(0), new double[] {frame.temperatureK()}, frame.displacements());
            double squared = 0;
            for (int k = 0; k < residual.length; k++) {
                double d = (double) residual[k] + frame.linearForces()[k] - frame.forces()[k];
                squared += d * d;
            }
            sum += squared / frame.residualSquare() / set.entries().size();
        }
        return sum;
    }
}
