package org.nocturne.generator.scattering;

/** Counts each distance to its last digit: the way for few pairs. */
final class CountedRoots extends CountedPairs {
    private final double square;
    private final boolean allInRange;
    private final double[] r = new double[PairRow.LONGEST];
    private final double[] near = new double[PairRow.LONGEST];

    CountedRoots(PairWalk walk, SpeciesPairs species, double reachAngstrom, double binAngstrom) {
        super(walk, species, reachAngstrom, binAngstrom);
        this.square = walk.rMaxAngstrom * walk.rMaxAngstrom;
        this.allInRange = square == Double.POSITIVE_INFINITY;
    }

    @Override
    public void row(int i, PairRow row) {
        for (int k = 0; k < row.count; k++) {
            r[k] = Math.sqrt(row.square[k]);
        }
        super.row(i, row);
    }

    @Override
    void count(int pair, PairRow row, int from, int end) {
        if (allInRange) {
            histogram.add(pair, r, from, end);
        } else {
            histogram.add(pair, near, 0, inRange(row, from, end));
        }
    }

    /** Without a branch: whether a pair is in range cannot be foreseen. */
    private int inRange(PairRow row, int from, int end) {
        int found = 0;
        for (int k = from; k < end; k++) {
            near[found] = r[k];
            found += row.square[k] < square ? 1 : 0;
        }
        return found;
    }
}
