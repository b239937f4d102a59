package org.nocturne.generator.scattering;

import org.nocturne.core.structure.Structure;

/** Pair sums through a histogram, and the forces of a function of those sums. */
final class BinnedPairSums {
    private final double[] q;
    private final double bin;
    private final Envelope envelope;
    private final boolean periodic;

    private BinnedPairSums(double[] q, double bin, Envelope envelope, boolean periodic) {
        this.q = q;
        this.bin = bin;
        this.envelope = envelope;
        this.periodic = periodic;
    }

    /** All pairs of a finite cluster. */
    static BinnedPairSums ofCluster(double[] q, double bin, Envelope envelope) {
        return new BinnedPairSums(q, bin, envelope, false);
    }

    /** Nearest images up to the envelope's end. */
    static BinnedPairSums ofMinimumImages(double[] q, double bin, Envelope envelope) {
        return new BinnedPairSums(q, bin, envelope, true);
    }

    double[][] sums(Structure structure, SpeciesPairs species) {
        PairHistogram histogram = new PairHistogram(species.pairs(), reach(structure), bin);
        walk(structure, (i, j, dx, dy, dz, r) -> histogram.add(species.pairOfAtoms(i, j), r, envelope.at(r)));
        return new SincTransform(q).sums(histogram);
    }

    /** Gradient with respect to positions of sum over species pairs and q of c P. */
    double[] gradient(Structure structure, SpeciesPairs species, double[][] c) {
        PairTable table = new SincTransform(q).tables(c, reach(structure), bin);
        double[] gradient = new double[3 * structure.size()];
        walk(structure, (i, j, dx, dy, dz, r) -> {
            if (r == 0) {
                return; // j0 is flat at the origin, and there is no direction to push along
            }
            int pair = species.pairOfAtoms(i, j);
            double slope = envelope.at(r) * table.slope(pair, r);
            if (!envelope.isFlat()) {
                slope += envelope.slope(r) * table.value(pair, r);
            }
            PairForce.add(gradient, i, j, dx, dy, dz, slope / r);
        });
        return gradient;
    }

    private void walk(Structure structure, PairWalk.Visitor visitor) {
        if (periodic) {
            PairWalk.minimumImage(structure, envelope.rMaxAngstrom(), visitor);
        } else {
            PairWalk.cluster(structure, visitor);
        }
    }

    private double reach(Structure structure) {
        return periodic ? envelope.rMaxAngstrom() : diagonal(structure);
    }

    /** Diagonal of the box around the atoms: no pair is longer. */
    private static double diagonal(Structure structure) {
        double square = 0;
        double[] x = structure.xyzAngstrom();
        for (int axis = 0; axis < 3; axis++) {
            double low = x[axis];
            double high = x[axis];
            for (int k = axis; k < x.length; k += 3) {
                low = Math.min(low, x[k]);
                high = Math.max(high, x[k]);
            }
            square += (high - low) * (high - low);
        }
        return Math.sqrt(square) * (1 + 1e-12);
    }
}
