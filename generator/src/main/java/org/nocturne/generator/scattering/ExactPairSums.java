package org.nocturne.generator.scattering;

import org.nocturne.core.structure.Structure;

/** Sums of sin(q r)/(q r) over all pairs of a cluster without a histogram, gathered into runs of one pair of species each. */
final class ExactPairSums {
    /** Coincident atoms scatter as if this far apart, where j0 is 1 to the last digit. */
    static final double NEAREST = 1e-9;

    /** Long enough to pay for the start of a recurrence, short enough for the processor's nearest cache. */
    private static final int LONGEST = 1024;

    private final double[] q;
    private final SincKernel kernel;
    private final Envelope envelope;
    private final double[] r;
    private final double[] weight;
    private int count;

    ExactPairSums(double[] q, SincKernel kernel, Envelope envelope, int atoms) {
        this.q = q;
        this.kernel = kernel;
        this.envelope = envelope;
        int most = Math.min(LONGEST, Math.max(1, atoms * (atoms - 1) / 2));
        this.r = new double[most];
        this.weight = new double[most];
    }

    /** One row per species pair, one value per q. */
    double[][] of(Structure structure, SpeciesPairs species) {
        double[] xyz = structure.xyzAngstrom();
        int[] atoms = species.atomsBySpecies();
        int[] start = species.starts();
        double[][] out = new double[species.pairs()][q.length];
        double[] atZero = new double[species.pairs()];
        for (int a = 0; a < species.kinds(); a++) {
            for (int b = a; b < species.kinds(); b++) {
                int pair = species.pair(a, b);
                for (int m = start[a]; m < start[a + 1]; m++) {
                    for (int n = a == b ? m + 1 : start[b]; n < start[b + 1]; n++) {
                        atZero[pair] += add(distance(xyz, 3 * atoms[m], 3 * atoms[n]), out[pair]);
                    }
                }
                empty(out[pair]);
            }
        }
        for (int pair = 0; pair < out.length; pair++) {
            for (int k = 0; k < q.length; k++) {
                out[pair][k] = q[k] == 0 ? atZero[pair] : out[pair][k] / q[k];
            }
        }
        return out;
    }

    /** Returns the weight of the pair, which is what it comes to at q = 0. */
    private double add(double distance, double[] out) {
        double at = Math.max(NEAREST, distance);
        double one = envelope.at(at);
        r[count] = at;
        weight[count] = one;
        if (++count == r.length) {
            empty(out);
        }
        return one;
    }

    private void empty(double[] out) {
        kernel.addSines(r, weight, count, out);
        count = 0;
    }

    private static double distance(double[] xyz, int i, int j) {
        double dx = xyz[i] - xyz[j];
        double dy = xyz[i + 1] - xyz[j + 1];
        double dz = xyz[i + 2] - xyz[j + 2];
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
}
