package org.nocturne.generator.scattering;

import java.util.stream.IntStream;

/** Counts the pairs of a walk by the squares of their distances: the way for many of them. */
final class CountedSquares implements PairCounter {
    private final PairHistogram histogram;
    private final int kinds;
    private final int[] kind;
    private final int[][] pairOfKinds;
    private final double scale;
    private final double[] scaled = new double[PairRow.LONGEST];
    private SquareCounts[] counts;
    private int counted;

    CountedSquares(PairWalk walk, SpeciesPairs species, double reachAngstrom, double binAngstrom) {
        this.histogram = new PairHistogram(species.pairs(), reachAngstrom, binAngstrom);
        this.kinds = species.kinds();
        this.kind = species.kinds(walk.atoms.order);
        this.pairOfKinds = species.table();
        this.counts = IntStream.range(0, species.pairs())
                .mapToObj(pair -> new SquareCounts(reachAngstrom))
                .toArray(SquareCounts[]::new);
        this.scale = counts[0].scale();
    }

    @Override
    public void row(int i, PairRow row) {
        if (counted > SquareCounts.MOST - row.count) {
            read();
        }
        counted += row.count;
        SquareCounts.prepare(row.square, row.count, scale, scaled);
        int[] pairs = pairOfKinds[kind[i]];
        int done = 0;
        while (done < row.count) {
            int end = endOfKind(row.first, done, row.count);
            counts[pairs[kind[row.first + done]]].add(scaled, done, end);
            done = end;
        }
    }

    private void read() {
        for (int pair = 0; pair < counts.length; pair++) {
            counts[pair].moveTo(histogram, pair);
        }
        counted = 0;
    }

    @Override
    public void end() {
        read();
        counts = new SquareCounts[0];
    }

    @Override
    public PairHistogram histogram() {
        return histogram;
    }

    /** Atoms of one kind follow each other. */
    private int endOfKind(int first, int from, int found) {
        if (kinds == 1) {
            return found;
        }
        int same = kind[first + from];
        int end = from + 1;
        while (end < found && kind[first + end] == same) {
            end++;
        }
        return end;
    }
}
