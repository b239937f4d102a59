package org.nocturne.generator.thermal;

import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** Traces of matrices that are known by their products alone (Hutchinson, Commun. Stat. Simul. Comput. 18, 1059 (1989)). */
final class RandomTrace {
    private static final int PROBES = 64;

    private RandomTrace() {}

    /** The trace of R R^T from 64 random vectors, good to about one per cent for a few hundred atoms and better for more. */
    static double ofSquare(int components, UnaryOperator<double[]> r) {
        SplittableRandom random = new SplittableRandom(PROBES);
        double sum = 0;
        for (int probe = 0; probe < PROBES; probe++) {
            double[] z = new double[components];
            for (int k = 0; k < components; k++) {
                z[k] = random.nextBoolean() ? 1 : -1;
            }
            double[] image = r.apply(z);
            sum += Vectors.dot(image, image);
        }
        return sum / PROBES;
    }
}
