package org.nocturne.generator.scattering;

/** Counts the pairs of a walk by their distance. */
final class CountedPairs implements PairRows {
    final PairHistogram histogram;
    private final double square;
    private final int[] kind;
    private final int[][] pairOfKinds;
    private final double[] r = new double[PairRow.LONGEST];
    private final int[] at = new int[PairRow.LONGEST];

    CountedPairs(PairWalk walk, SpeciesPairs species, double reachAngstrom, double binAngstrom) {
        this.histogram = new PairHistogram(species.pairs(), reachAngstrom, binAngstrom);
        this.square = walk.rMaxAngstrom * walk.rMaxAngstrom;
        this.kind = species.kinds(walk.atoms.order);
        this.pairOfKinds = species.table();
    }

    @Override
    public void row(int i, int first, PairRow row) {
        int found = inRange(row);
        for (int k = 0; k < found; k++) {
            r[k] = Math.sqrt(r[k]);
        }
        int[] pairs = pairOfKinds[kind[i]];
        for (int k = 0; k < found; k++) {
            histogram.add(pairs[kind[first + at[k]]], r[k]);
        }
    }

    /** Without a branch: whether a pair is in range cannot be foreseen. */
    private int inRange(PairRow row) {
        int found = 0;
        for (int k = 0; k < row.count; k++) {
            r[found] = row.square[k];
            at[found] = k;
            found += row.square[k] < square ? 1 : 0;
        }
        return found;
    }
}
