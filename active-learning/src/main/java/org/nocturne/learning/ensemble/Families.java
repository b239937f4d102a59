package org.nocturne.learning.ensemble;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.descriptive.moment.Mean;
import org.hipparchus.stat.descriptive.moment.Variance;

/**
 * Values that come in families, such as frames of several quenches: members of one are alike, families are independent. Means and variances are those
 * of the population that the families were drawn from, by unweighted means of a random-effects model (Searle, Casella and McCulloch, Variance
 * Components, 1992, chapter 3). Errors are those of leaving families out, widened by Student's t, so that 1.645 of them hold nine truths in ten however
 * few the families are; with one family there is none.
 *
 * @param groups each with one member at least
 */
public record Families<C>(List<List<C>> groups) {
    private static final int BLOCKS = 50;
    private static final double NINE_IN_TEN = 0.95;
    private static final double OF_A_GAUSSIAN = 1.645;

    public Families {
        groups = groups.stream().map(List::copyOf).toList();
        if (groups.isEmpty() || groups.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("there are " + groups.size() + " families; each wants a member");
        }
    }

    public int size() {
        return groups.size();
    }

    /** All members, family after family. */
    public List<C> members() {
        return groups.stream().flatMap(List::stream).toList();
    }

    /** Mean of the population: of the means of the families, each counting alike. */
    public Estimate mean(ToDoubleFunction<C> of) {
        Estimate found = estimate(f -> f.meanOf(of));
        return atLeast(found, Math.sqrt(varianceOf(of) / members().size()));
    }

    /** Variance of the population, within families and between them. */
    public Estimate variance(ToDoubleFunction<C> of) {
        Estimate found = estimate(f -> f.varianceOf(of));
        return atLeast(found, found.value() * Math.sqrt(2.0 / (members().size() - 1)));
    }

    /** No better known than if all members were independent; families can look alike by chance. */
    private static Estimate atLeast(Estimate found, double error) {
        return new Estimate(found.value(), Math.max(found.standardError(), error));
    }

    /** Any statistic, with the error by the jackknife over families, of many in blocks. */
    public Estimate estimate(ToDoubleFunction<Families<C>> statistic) {
        double value = statistic.applyAsDouble(this);
        if (size() < 2) {
            return new Estimate(value, Double.NaN);
        }
        int blocks = Math.min(size(), BLOCKS);
        double widened = new TDistribution(blocks - 1).inverseCumulativeProbability(NINE_IN_TEN) / OF_A_GAUSSIAN;
        double error = Resampling.jackknife(size(), blocks, kept -> statistic.applyAsDouble(only(kept)));
        return new Estimate(value, widened * error);
    }

    public double meanOf(ToDoubleFunction<C> of) {
        return new Mean().evaluate(means(of));
    }

    /**
     * The variance of the means of families holds that between them, and of that within them the part that the means did not take out; so the total is
     * s_m^2 + s_w^2 (1 - mean of 1/n), with n members in a family. NaN with one family.
     */
    public double varianceOf(ToDoubleFunction<C> of) {
        if (size() < 2) {
            return Double.NaN;
        }
        double squares = 0;
        int freedom = 0;
        double inverse = 0;
        for (List<C> family : groups) {
            int n = family.size();
            double[] values = family.stream().mapToDouble(of).toArray();
            squares += n < 2 ? 0 : new Variance().evaluate(values) * (n - 1);
            freedom += n - 1;
            inverse += 1.0 / n / size();
        }
        double within = freedom == 0 ? 0 : squares / freedom;
        return new Variance().evaluate(means(of)) + within * (1 - inverse);
    }

    private double[] means(ToDoubleFunction<C> of) {
        return groups.stream()
                .mapToDouble(family -> family.stream().mapToDouble(of).average().orElseThrow())
                .toArray();
    }

    private Families<C> only(int[] kept) {
        return new Families<>(Arrays.stream(kept).mapToObj(groups::get).toList());
    }
}
