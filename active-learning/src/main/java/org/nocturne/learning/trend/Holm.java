package org.nocturne.learning.trend;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The step-down of Holm (Scand. J. Statist. 6, 65, 1979): whatever depends on whatever, the chance of one false rejection or more among all
 * hypotheses is at most the level at which the adjusted p-values are read.
 */
final class Holm {
    private Holm() {}

    /** Of the k-th smallest of m p-values max over j up to k of (m - j + 1) p_j, at most 1; in the order in which they came. */
    static double[] adjusted(double[] p) {
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> p[k]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] out = new double[p.length];
        double largest = 0;
        for (int rank = 0; rank < p.length; rank++) {
            largest = Math.max(largest, Math.min(1, (p.length - rank) * p[order[rank]]));
            out[order[rank]] = largest;
        }
        return out;
    }
}
