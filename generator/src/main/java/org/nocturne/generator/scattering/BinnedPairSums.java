package org.nocturne.generator.scattering;

import org.nocturne.core.structure.Structure;

/** Pair sums through a histogram, and the forces of a function of those sums. */
final class BinnedPairSums {
    private static final int BINS_IN_CACHE = 10_000;

    /** Fewer take less time one by one than the table of their squares, and are counted to the last digit. */
    private static final double MANY_PAIRS = 2e6;

    /** Times q: by the bound below, 4.2e-6 of 1/(q r) for a pair, of which 1e-9 of the maximum is left in a cluster of thousands. */
    private static final double WIDEST = 0.2;

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
        PairWalk walk = walk(structure);
        double reach = reach(structure);
        double width = width(reach);
        PairHistogram all = new PairHistogram(species.pairs(), reach, width);
        walk.walk(() -> counter(walk, species, reach, width)).forEach(part -> all.add(part.histogram));
        return new SincTransform(q).sums(all, envelope);
    }

    private static CountedPairs counter(PairWalk walk, SpeciesPairs species, double reach, double width) {
        return walk.pairs() < MANY_PAIRS
                ? new CountedRoots(walk, species, reach, width)
                : new CountedSquares(walk, species, reach, width);
    }

    /** Gradient with respect to positions of sum over species pairs and q of c P. */
    double[] gradient(Structure structure, SpeciesPairs species, double[][] c) {
        PairWalk walk = walk(structure);
        PairTable table = new SincTransform(q).tables(c, reach(structure), bin);
        double[] gradient = new double[3 * structure.size()];
        for (PairForces part : walk.walk(() -> new PairForces(walk, species, table, envelope))) {
            for (int k = 0; k < gradient.length; k++) {
                gradient[k] += part.gradient[k];
            }
        }
        return gradient;
    }

    /**
     * Of a bin: wider than asked for where the histogram would leave the processor's cache, up to {@link #WIDEST}. A pair that is counted by its
     * first four moments at a bin's centre is off by no more than (q width/2)^4/24 of 1/(q r).
     */
    private double width(double reach) {
        double widest = Math.max(bin, WIDEST / q[q.length - 1]);
        return Math.min(widest, Math.max(bin, reach / BINS_IN_CACHE));
    }

    private PairWalk walk(Structure structure) {
        return periodic ? PairWalk.minimumImage(structure, envelope.rMaxAngstrom()) : PairWalk.cluster(structure);
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
