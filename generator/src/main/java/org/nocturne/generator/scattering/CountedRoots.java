package org.nocturne.generator.scattering;

/** Counts the pairs of a walk by their distances, each to the last digit: the way for few of them. */
final class CountedRoots implements PairCounter {
    private final PairHistogram histogram;
    private final double square;
    private final boolean allInRange;
    private final int kinds;
    private final int[] kind;
    private final int[][] pairOfKinds;
    private final double[] r = new double[PairRow.LONGEST];
    private final int[] at = new int[PairRow.LONGEST];

    CountedRoots(PairWalk walk, SpeciesPairs species, double reachAngstrom, double binAngstrom) {
        this.histogram = new PairHistogram(species.pairs(), reachAngstrom, binAngstrom);
        this.square = walk.rMaxAngstrom * walk.rMaxAngstrom;
        this.allInRange = square == Double.POSITIVE_INFINITY;
        this.kinds = species.kinds();
        this.kind = species.kinds(walk.atoms.order);
        this.pairOfKinds = species.table();
        for (int k = 0; k < at.length; k++) {
            at[k] = k;
        }
    }

    @Override
    public void row(int i, PairRow row) {
        int found = allInRange ? row.count : inRange(row);
        double[] squares = allInRange ? row.square : r;
        for (int k = 0; k < found; k++) {
            r[k] = Math.sqrt(squares[k]);
        }
        int[] pairs = pairOfKinds[kind[i]];
        int done = 0;
        while (done < found) {
            int end = endOfKind(row.first, done, found);
            histogram.add(pairs[kind[row.first + at[done]]], r, done, end);
            done = end;
        }
    }

    @Override
    public PairHistogram histogram() {
        return histogram;
    }

    /** Atoms of one kind often follow each other. */
    private int endOfKind(int first, int from, int found) {
        if (kinds == 1) {
            return found;
        }
        int same = kind[first + at[from]];
        int end = from + 1;
        while (end < found && kind[first + at[end]] == same) {
            end++;
        }
        return end;
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
