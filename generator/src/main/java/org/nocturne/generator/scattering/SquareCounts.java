package org.nocturne.generator.scattering;

import java.util.Arrays;

/**
 * Counts pairs of one kind by the square of their distance, with one addition for each and no root. The leading bits of 1 + scale r^2, a
 * double, are the number of a bin (its exponent and {@value #FINE} bits of its fraction); the {@value #PLACE} that follow tell the place within it. Added
 * up as they stand, n numbers of one bin are n times the bin's number, shifted, plus the sum of the places; as long as n is not above {@link #MOST} the
 * second is less than one of the first, so that a division gives both.
 *
 * <p>A bin is w = r 2^-{@value #FINE}/2 wide at long distances. How places spread within one is not kept; they are taken as even. Of n pairs the sum of
 * squares, between 0 and n w^2/4, is taken as n w^2/12, so each is off by no more than (q w)^2/12 of 1/(q r). In a sum over bins, which err to both sides, much
 * less is left: the tests have the figures.
 */
final class SquareCounts {
    private static final int FINE = 14;
    private static final int PLACE = 42 - 2 * FINE;
    private static final int DROPPED = 52 - FINE - PLACE;
    private static final int BIAS = 1023;

    /** Powers of two between no distance and the range. Of what the table has beyond, one place alone is used. */
    private static final int OCTAVES = 12;

    private static final int TABLE = 1 << FINE + 4;
    private static final double BEYOND = 1L << OCTAVES;

    /** So many may be counted between two readings: then neither the places nor the whole leave a long. */
    static final int MOST = BIAS << FINE;

    /** Also where all atoms lie in one place. */
    private static final double SHORTEST_RANGE = 1e-3;

    private final double scale;
    private final long[] sums = new long[TABLE];

    SquareCounts(double rMaxAngstrom) {
        double range = Math.max(SHORTEST_RANGE, rMaxAngstrom);
        scale = (BEYOND - 1) / (range * range);
    }

    double scale() {
        return scale;
    }

    /** To be done to the first {@code n} squares before they are counted; what is out of range comes together in one bin that is never read. */
    static void prepare(double[] square, int n, double scale, double[] scaled) {
        for (int k = 0; k < n; k++) {
            scaled[k] = Math.min(square[k] * scale + 1, BEYOND);
        }
    }

    void add(double[] scaled, int first, int end) {
        long[] to = sums;
        for (int k = first; k < end; k++) {
            long place = Double.doubleToRawLongBits(scaled[k]) >>> DROPPED;
            to[(int) (place >>> PLACE) & (to.length - 1)] += place;
        }
    }

    /** Moves all that was counted. */
    void moveTo(PairHistogram histogram, int pair) {
        for (int bin = BIAS << FINE; bin < BIAS + OCTAVES << FINE; bin++) {
            long sum = sums[bin & TABLE - 1];
            if (sum != 0) {
                move(bin, sum, histogram, pair);
            }
        }
        Arrays.fill(sums, 0);
    }

    private void move(int bin, long sum, PairHistogram histogram, int pair) {
        long each = (long) bin << PLACE;
        long n = sum / each;
        double place = (double) (sum - n * each) / n + 0.5;
        double low = Double.longBitsToDouble(each << DROPPED);
        double width = Math.scalb(1.0, Math.getExponent(low) - FINE);
        double square = (low - 1 + width * Math.scalb(place, -PLACE)) / scale;
        double spread = (n - 1) / 12.0 * (width / scale) * (width / scale);
        histogram.add(pair, n, square, spread);
    }
}
