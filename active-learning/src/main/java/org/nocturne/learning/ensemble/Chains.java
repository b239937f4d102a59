package org.nocturne.learning.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.descriptive.moment.Mean;
import org.hipparchus.stat.descriptive.moment.Variance;
import org.hipparchus.stat.ranking.NaturalRanking;

/**
 * Whether several series of one quantity sample the same distribution, and how much they are worth: split rank-normalised R-hat and
 * the effective sample size (Vehtari, Gelman, Simpson, Carpenter and Buerkner, Bayesian Analysis 16, 667 (2021), eqs. 3-4, 14).
 */
public final class Chains {
    private Chains() {}

    /** R-hat of the halves of all series after rank normalisation; 1 where they agree. NaN with fewer than four values a series. */
    public static double splitRHat(List<double[]> series) {
        List<double[]> halves = halves(rankNormalised(series));
        int n = halves.stream().mapToInt(h -> h.length).min().orElse(0);
        if (n < 2) {
            return Double.NaN;
        }
        double[] means = new double[halves.size()];
        double within = 0;
        for (int k = 0; k < means.length; k++) {
            double[] half = Arrays.copyOf(halves.get(k), n);
            means[k] = new Mean().evaluate(half);
            within += new Variance().evaluate(half) / means.length;
        }
        double between = n * new Variance().evaluate(means);
        return Math.sqrt(((n - 1.0) / n * within + between / n) / within);
    }

    /** Effective number of independent values in all series together, from the integrated autocorrelation time of each. */
    public static double effectiveSamples(List<double[]> series) {
        return series.stream().mapToDouble(Autocorrelation::effectiveSamples).sum();
    }

    private static List<double[]> rankNormalised(List<double[]> series) {
        double[] all = series.stream().flatMapToDouble(Arrays::stream).toArray();
        double[] ranks = new NaturalRanking().rank(all);
        NormalDistribution normal = new NormalDistribution();
        List<double[]> out = new ArrayList<>();
        int at = 0;
        for (double[] one : series) {
            double[] z = new double[one.length];
            for (int k = 0; k < z.length; k++) {
                z[k] = normal.inverseCumulativeProbability((ranks[at++] - 0.375) / (all.length + 0.25)); // Blom
            }
            out.add(z);
        }
        return out;
    }

    private static List<double[]> halves(List<double[]> series) {
        List<double[]> out = new ArrayList<>();
        for (double[] one : series) {
            int half = one.length / 2;
            out.add(Arrays.copyOf(one, half));
            out.add(Arrays.copyOfRange(one, one.length - half, one.length));
        }
        return out;
    }
}
