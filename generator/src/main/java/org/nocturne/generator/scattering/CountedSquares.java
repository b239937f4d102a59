package org.nocturne.generator.scattering;

import java.util.stream.IntStream;

/** Counts the squares of distances: the way for many pairs. */
final class CountedSquares extends CountedPairs {
    private final double scale;
    private final double[] scaled = new double[PairRow.LONGEST];
    private SquareCounts[] counts;
    private int counted;

    CountedSquares(PairWalk walk, SpeciesPairs species, double reachAngstrom, double binAngstrom) {
        super(walk, species, reachAngstrom, binAngstrom);
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
        super.row(i, row);
    }

    @Override
    void count(int pair, PairRow row, int from, int end) {
        counts[pair].add(scaled, from, end);
    }

    private void read() {
        for (int pair = 0; pair < counts.length; pair++) {
            counts[pair].moveTo(histogram, pair);
        }
        counted = 0;
    }

    /** What was counted is read, and the large tables are let go of. */
    @Override
    public void end() {
        read();
        counts = new SquareCounts[0];
    }
}
