package org.nocturne.generator.scattering;

/**
 * What turns sums over pairs of atoms into an intensity: I(q) = constant(q) + sum over species pairs of weight(q) P(q), where P sums
 * each pair of atoms once.
 *
 * @param constant one value per q: the self term, or one minus the continuum
 * @param pair a row per species pair, one value per q
 */
record PairWeights(double[] constant, double[][] pair) {

    /**
     * Debye's weights: self term sum_i f_i^2, pairs 2 f_a f_b exp(-B q^2/(8 pi^2)). Thermal motion damps pairs of different
     * atoms only: an atom does not move against itself.
     */
    static PairWeights debye(SpeciesPairs species, AmplitudeGrid amplitudes) {
        int points = amplitudes.points();
        double[] damping = amplitudes.damping();
        double[] constant = new double[points];
        double[][] pair = new double[species.pairs()][points];
        for (int a = 0; a < species.kinds(); a++) {
            double[] fa = amplitudes.of(species.element(a));
            for (int k = 0; k < points; k++) {
                constant[k] += species.count(a) * fa[k] * fa[k];
            }
            for (int b = a; b < species.kinds(); b++) {
                double[] fb = amplitudes.of(species.element(b));
                double[] weight = pair[species.pair(a, b)];
                for (int k = 0; k < points; k++) {
                    weight[k] = 2 * fa[k] * fb[k] * damping[k];
                }
            }
        }
        return new PairWeights(constant, pair);
    }

    static double[] amplitudes(SpeciesPairs species, ScatteringAmplitude amplitude, double q) {
        double[] f = new double[species.kinds()];
        for (int a = 0; a < f.length; a++) {
            f[a] = amplitude.at(species.element(a), q);
        }
        return f;
    }

    double[] intensity(double[][] pairSums) {
        double[] out = constant.clone();
        for (int p = 0; p < pair.length; p++) {
            for (int k = 0; k < out.length; k++) {
                out[k] += pair[p][k] * pairSums[p][k];
            }
        }
        return out;
    }

    /** d misfit / d P from d misfit / d I. */
    double[][] pullBack(double[] misfitSlope) {
        if (misfitSlope.length != constant.length) {
            throw new IllegalArgumentException(
                    "misfit has " + misfitSlope.length + " slopes but the pattern has " + constant.length + " points");
        }
        double[][] out = new double[pair.length][misfitSlope.length];
        for (int p = 0; p < pair.length; p++) {
            for (int k = 0; k < misfitSlope.length; k++) {
                out[p][k] = pair[p][k] * misfitSlope[k];
            }
        }
        return out;
    }
}
