package org.nocturne.learning.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.moment.Variance;
import org.hipparchus.stat.descriptive.rank.Median;
import org.nocturne.learning.ensemble.Configuration;
import org.nocturne.learning.ensemble.Ensemble;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.ensemble.Reference;
import org.nocturne.learning.ensemble.Resampling;

/** What a scattering experiment would see of the spread: the variance of the diffuse intensity, and the pair distances. */
final class PatternComparisons {
    private static final int GROUPS = 8;
    private static final int BLOCKS = 20;

    private PatternComparisons() {}

    static List<Comparison> of(Ensemble generated, Reference reference) {
        List<Comparison> out = new ArrayList<>();
        out.add(diffuseVariance(generated, reference));
        if (reference.frames().size() > 1) {
            out.add(pairDistances(generated, reference));
        }
        return out;
    }

    /**
     * Wave vectors in eight groups by length; in each the summed variance of I(k), generated over MD; the median of the groups. The sum
     * within a group comes before the ratio, because the variance at one k is itself wildly uncertain (I is exponential there).
     */
    private static Comparison diffuseVariance(Ensemble generated, Reference reference) {
        Ensemble md = reference.pooled();
        double[][] mine = intensities(generated);
        double[][] theirs = intensities(md);
        double[] base = groupVariances(theirs, all(md));
        double value = median(groupVariances(mine, all(generated)), base);
        double error = Resampling.jackknife(generated.size(), BLOCKS, kept -> median(groupVariances(mine, kept), base));
        double[] ours = groupVariances(mine, all(generated));
        double other = Resampling.jackknife(
                md.size(), Math.max(2, reference.frames().size()), kept -> median(ours, groupVariances(theirs, kept)));
        return new Comparison(Quantity.DIFFUSE_VARIANCE, new Estimate(value, error), other);
    }

    private static double[][] intensities(Ensemble ensemble) {
        return ensemble.configurations().stream().map(c -> c.diffuse()).toArray(double[][]::new);
    }

    private static int[] all(Ensemble ensemble) {
        return IntStream.range(0, ensemble.size()).toArray();
    }

    private static double median(double[] mine, double[] theirs) {
        double[] ratio = new double[mine.length];
        for (int g = 0; g < ratio.length; g++) {
            ratio[g] = mine[g] / theirs[g];
        }
        return new Median().evaluate(ratio);
    }

    private static double[] groupVariances(double[][] intensities, int[] members) {
        int vectors = intensities[0].length;
        double[] out = new double[GROUPS];
        for (int k = 0; k < vectors; k++) {
            int vector = k;
            double[] values = Arrays.stream(members)
                    .mapToDouble(m -> intensities[m][vector])
                    .toArray();
            out[GROUPS * k / vectors] += new Variance().evaluate(values);
        }
        return out;
    }

    /**
     * L1 distance between the pair distributions, over that between two halves of the MD replicas. Even of a perfect generator it is not
     * 0 but sqrt(1/M + 1/R) / sqrt(4/R) in expectation, with M generated and R MD frames; that much counts as its error.
     */
    private static Comparison pairDistances(Ensemble generated, Reference reference) {
        int replicas = reference.frames().size();
        double[] first = distribution(Ensemble.pooled(reference.frames().subList(0, replicas / 2)));
        double[] second = distribution(Ensemble.pooled(reference.frames().subList(replicas / 2, replicas)));
        double value =
                difference(distribution(generated), distribution(reference.pooled())) / difference(first, second);
        double frames = reference.pooled().size();
        return new Comparison(
                Quantity.PAIR_DISTANCES, new Estimate(value, Math.sqrt(frames / generated.size()) / 2), 0.5);
    }

    private static double[] distribution(Ensemble ensemble) {
        double[] out = new double[ensemble.get(0).pairs().length];
        double total = 0;
        for (Configuration configuration : ensemble.configurations()) {
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
