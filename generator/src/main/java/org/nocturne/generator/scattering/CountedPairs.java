package org.nocturne.generator.scattering;

/** Counts the pairs of a walk by their distance, run by run of atoms of one kind: within a block they follow each other. */
abstract class CountedPairs implements PairRows {
    /** Whole when the walk has ended. */
    final PairHistogram histogram;

    private final int kinds;
    private final int[] kind;
    private final int[][] pairOfKinds;

    CountedPairs(PairWalk walk, SpeciesPairs species, double reachAngstrom, double binAngstrom) {
        this.histogram = new PairHistogram(species.pairs(), reachAngstrom, binAngstrom);
        this.kinds = species.kinds();
        this.kind = species.kinds(walk.atoms.order);
        this.pairOfKinds = species.table();
    }

    /** The others of a row from {@code from} to before {@code end}, which are one pair of species with its atom. */
    abstract void count(int pair, PairRow row, int from, int end);

    @Override
    public void row(int i, PairRow row) {
        int[] pairs = pairOfKinds[kind[i]];
        int done = 0;
        while (done < row.count) {
            int end = endOfKind(row, done);
            count(pairs[kind[row.first + done]], row, done, end);
            done = end;
        }
    }

    private int endOfKind(PairRow row, int from) {
        if (kinds == 1) {
            return row.count;
        }
        int same = kind[row.first + from];
        int end = from + 1;
        while (end < row.count && kind[row.first + end] == same) {
            end++;
        }
        return end;
    }
}
