package org.nocturne.learning.ensemble;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.nocturne.core.crystal.Lattice;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Structure;

/**
 * A fixed choice of supercell wave vectors between Bragg peaks, at which scattering is all thermal: I(k) = |sum_i exp(i k.x_i)|^2 / N.
 * The same structure gives the same choice. Ordered by length.
 */
public final class DiffuseVectors {
    private static final int COUNT = 240;
    private static final double SHORTEST = 0.5;
    private static final double LONGEST = 8;
    private static final long SEED = 1915; // Debye

    private final Structure inherent;
    private final WaveVectors vectors;

    private DiffuseVectors(Structure inherent, WaveVectors vectors) {
        this.inherent = inherent;
        this.vectors = vectors;
    }

    public static DiffuseVectors of(Structure inherent) {
        Cell primitive = Cell.periodic(Lattice.of(inherent).rows());
        boolean glass = primitive.volume() > 0.75 * inherent.cell().volume();
        double[] step = inherent.cell().reciprocalRows();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        List<double[]> out = new ArrayList<>();
        while (out.size() < COUNT) {
            double length = SHORTEST + (LONGEST - SHORTEST) * Math.cbrt(random.nextDouble());
            double z = 2 * random.nextDouble() - 1;
            double angle = 2 * Math.PI * random.nextDouble();
            double across = length * Math.sqrt(1 - z * z);
            double[] k = nearest(inherent.cell(), step, across * Math.cos(angle), across * Math.sin(angle), length * z);
            if (WaveVectors.length(k) >= SHORTEST && (glass || !isBragg(primitive, k))) {
                out.add(k);
            }
        }
        out.sort(Comparator.comparingDouble(WaveVectors::length));
        return new DiffuseVectors(inherent, new WaveVectors(out.toArray(double[][]::new)));
    }

    public int size() {
        return vectors.size();
    }

    /** Length of a vector, 1/angstrom. */
    public double q(int index) {
        return vectors.q(index);
    }

    double[] intensities(double[] u) {
        return vectors.intensities(inherent.displaced(u).xyzAngstrom());
    }

    private static double[] nearest(Cell cell, double[] step, double x, double y, double z) {
        double[] out = new double[3];
        for (int row = 0; row < 3; row++) {
            double multiple =
                    Math.rint((x * cell.component(row, 0) + y * cell.component(row, 1) + z * cell.component(row, 2))
                            / (2 * Math.PI));
            for (int axis = 0; axis < 3; axis++) {
                out[axis] += multiple * step[3 * row + axis];
            }
        }
        return out;
    }

    private static boolean isBragg(Cell primitive, double[] k) {
        for (int row = 0; row < 3; row++) {
            double turns = (k[0] * primitive.component(row, 0)
                            + k[1] * primitive.component(row, 1)
                            + k[2] * primitive.component(row, 2))
                    / (2 * Math.PI);
            if (Math.abs(turns - Math.rint(turns)) > 1e-6) {
                return false;
            }
        }
        return true;
    }
}
