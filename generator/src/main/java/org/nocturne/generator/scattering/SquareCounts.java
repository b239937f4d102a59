package org.nocturne.generator.scattering;

import java.util.Arrays;

/**
 * Counts pairs of one kind by the square of their distance at an addition for each, without a root: the bits of 1 + scale r^2, a double, are
 * at once the number of a bin (exponent and first {@value #FINE} bits of the fraction) and the place within it. Their sum over a bin, v,
 * holds both how many there are and the sum of their places: each is the bin's number, shifted, plus a place that is less than the bin's
 * number times 1/n as long as n is not above {@link #MOST}.
 *
 * <p>A bin is r 2^-{@value #FINE}/2 wide at long distances. What is not kept is how places spread within one: they are taken as even. A pair is
 * off by no more than (q width)^2/16 of 1/(q r), pairs on end by far less, since bins err to both sides.
 */
final class SquareCounts {
    private static final int FINE = 14;
    private static final int PLACE = 43 - 2 * FINE;
    private static final int DROPPED = 52 - FINE - PLACE;
    private static final int BIAS = 1023;

    /** Powers of two between no distance and the range, and as many more as the table has, of which only the first is used. */
    private static final int OCTAVES = 12;

    private static final int TABLE = 1 << FINE + 4;
    private static final double BEYOND = 1L << OCTAVES;

    /** So many may be counted between two readings: then neither the places nor the whole leave a long. */
    static final int MOST = 1 << FINE + 9;

    private final double scale;
    private final long[] sums = new long[TABLE];

    /** Also where all atoms lie in one place. */
    private static final double SHORTEST_RANGE = 1e-3;

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
