package org.nocturne.learning.ledger;

import java.util.List;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.ensemble.Families;
import org.nocturne.learning.ensemble.Measured;

/** Pair distances, of any phase. */
final class PairComparisons {
    private PairComparisons() {}

    /**
     * L1 distance between the pair distributions, over that between two halves of the MD replicas. Even of a perfect generator it is not
     * 0 but sqrt(1/M + 1/R) / sqrt(4/R) in expectation, with M generated and R MD frames; that much counts as its error.
     *
     * @param replicas two at least
     */
    static <C extends Measured> Comparison of(List<C> generated, List<List<C>> replicas) {
        return of(generated, replicas, generated.size(), pooled(replicas).size());
    }

    /** The same where the frames of one family are alike, so that families count in place of frames. */
    static <C extends Measured> Comparison of(Families<C> generated, Families<C> replicas) {
        return of(generated.members(), replicas.groups(), generated.size(), replicas.size());
    }

    private static <C extends Measured> Comparison of(
            List<C> generated, List<List<C>> replicas, double mine, double theirs) {
        int half = replicas.size() / 2;
        double[] first = distribution(pooled(replicas.subList(0, half)));
        double[] second = distribution(pooled(replicas.subList(half, replicas.size())));
        List<C> all = pooled(replicas);
        double value = difference(distribution(generated), distribution(all)) / difference(first, second);
        return new Comparison(Quantity.PAIR_DISTANCES, new Estimate(value, Math.sqrt(theirs / mine) / 2), 0.5);
    }

    private static <C> List<C> pooled(List<List<C>> replicas) {
        return replicas.stream().flatMap(List::stream).toList();
    }

    private static double[] distribution(List<? extends Measured> ensemble) {
        double[] out = new double[ensemble.get(0).pairs().length];
        double total = 0;
        for (Measured configuration : ensemble) {
            for (int bin = 0; bin < out.length; bin++) {
                out[bin] += configuration.pairs()[bin];
                total += configuration.pairs()[bin];
            }
        }
        for (int bin = 0; bin < out.length; bin++) {
            out[bin] /= total;
        }
        return out;
    }

    private static double difference(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += Math.abs(a[k] - b[k]);
        }
        return sum;
    }
}
