package org.nocturne.learning.ledger;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.descriptive.rank.Median;
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
            out.add(PairComparisons.of(
                    generated.configurations(),
                    reference.frames().stream().map(Ensemble::configurations).toList()));
        }
        return out;
    }

    /**
     * Wave vectors in eight groups by length; in each the summed variance of I(k), generated over MD; the median of the groups. The sum
     * within a group comes before the ratio, because the variance at one k is itself wildly uncertain (I is exponential there).
     */
    private static Comparison diffuseVariance(Ensemble generated, Reference reference) {
        Intensities mine = new Intensities(generated.configurations());
        Intensities theirs = new Intensities(reference.pooled().configurations());
        double[] ours = groupVariances(mine, mine.all());
        double[] base = groupVariances(theirs, theirs.all());
        double error = Resampling.jackknife(mine.size(), BLOCKS, kept -> median(groupVariances(mine, kept), base));
        double other = Resampling.jackknife(
                theirs.size(),
                Math.max(2, reference.frames().size()),
                kept -> median(ours, groupVariances(theirs, kept)));
        return new Comparison(Quantity.DIFFUSE_VARIANCE, new Estimate(median(ours, base), error), other);
    }

    private static double median(double[] mine, double[] theirs) {
        double[] ratio = new double[mine.length];
        for (int g = 0; g < ratio.length; g++) {
            ratio[g] = mine[g] / theirs[g];
        }
        return new Median().evaluate(ratio);
    }

    private static double[] groupVariances(Intensities intensities, int[] members) {
        int vectors = intensities.vectors();
        double[] out = new double[GROUPS];
        for (int g = 0; g < GROUPS; g++) {
            out[g] = intensities.variance(members, first(g, vectors), first(g + 1, vectors));
        }
        return out;
    }

    private static int first(int group, int vectors) {
        return (group * vectors + GROUPS - 1) / GROUPS;
    }
}
