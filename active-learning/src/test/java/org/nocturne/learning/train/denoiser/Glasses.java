package org.nocturne.learning.train.denoiser;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Matrix3;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.train.network.DenoiserShape;
import org.nocturne.learning.train.network.EquivariantDenoiser;

/** Disordered structures without any code, and denoisers that nobody trained. */
final class Glasses {
    private Glasses() {}

    /** Atoms of the species in turn, pushed off a cubic lattice by up to half an angstrom. */
    static Structure of(int n, long seed, String... species) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] xyz = new double[3 * n * n * n];
        for (int i = 0; i < xyz.length / 3; i++) {
            int[] at = {i / (n * n), i / n % n, i % n};
            for (int axis = 0; axis < 3; axis++) {
                xyz[3 * i + axis] = 2.7 * at[axis] + random.nextDouble(-0.5, 0.5);
            }
        }
        List<Element> elements = IntStream.range(0, xyz.length / 3)
                .mapToObj(i -> Element.ofSymbol(species[i % species.length]).orElseThrow())
                .toList();
        return new Structure(Cell.cubic(2.7 * n), elements, xyz);
    }

    static EquivariantDenoiser denoiser(int channels, int layers, String... species) {
        return new EquivariantDenoiser(new DenoiserShape(channels, layers, 8, 6, 4.2, 16, List.of(species), 0.04, 1.6));
    }

    /** Weights that leave nothing silent. */
    static float[] weights(EquivariantDenoiser denoiser, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] out = denoiser.parameters().initial(seed);
        for (int k = 0; k < out.length; k++) {
            out[k] += 0.1f * (float) random.nextGaussian();
        }
        return out;
    }

    /** Cell and positions turned by a matrix that acts on rows. */
    static Structure turned(Structure s, double[] r) {
        return new Structure(Cell.periodic(Matrix3.times(s.cell().rows(), r)), s.species(), turned(s.xyzAngstrom(), r));
    }

    static double[] turned(double[] vectors, double[] r) {
        double[] out = new double[vectors.length];
        double[] v = new double[3];
        for (int k = 0; k < vectors.length; k += 3) {
            Matrix3.rowTimes(vectors[k], vectors[k + 1], vectors[k + 2], r, v);
            System.arraycopy(v, 0, out, k, 3);
        }
        return out;
    }
}
