package org.nocturne.learning.ensemble;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Standard errors of statistics that have no formula: the delete-one-block jackknife (Quenouille 1956; Efron and Tibshirani, An
 * Introduction to the Bootstrap, 1993, chapter 11). Blocks are runs of neighbours, so that correlated ones leave together.
 */
public final class Resampling {
    private Resampling() {}

    /**
     * @param size number of members
     * @param blocks into which they are cut, at most {@code size}
     * @param statistic of a subset, given by its indices
     */
    public static double jackknife(int size, int blocks, ToDoubleFunction<int[]> statistic) {
        int count = Math.min(size, blocks);
        double[] values = new double[count];
        double mean = 0;
        for (int b = 0; b < count; b++) {
            int from = (int) ((long) b * size / count);
            int to = (int) ((long) (b + 1) * size / count);
            values[b] = statistic.applyAsDouble(
                    IntStream.range(0, size).filter(k -> k < from || k >= to).toArray());
            mean += values[b] / count;
        }
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return count < 2 ? Double.NaN : Math.sqrt(sum * (count - 1) / count);
    }
}
