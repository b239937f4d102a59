package org.nocturne.learning.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nocturne.learning.ensemble.Ensemble;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.ensemble.Reference;
import org.nocturne.learning.ensemble.Resampling;
import org.nocturne.learning.ensemble.Spread;

/** The shape of the cloud of configurations: its effective rank, how far apart its members lie, whether its middle is at rest. */
final class ShapeComparisons {
    private static final int BLOCKS = 40;
    /** More members than this add time (M^2 products of 3N numbers) and no knowledge: an even choice is taken. */
    private static final int MOST = 400;

    private ShapeComparisons() {}

    static List<Comparison> of(Ensemble generated, Reference reference) {
        List<Comparison> out = new ArrayList<>();
        Ensemble chosen = chosen(generated);
        Spread spread = new Spread(chosen);
        int[] all = IntStream.range(0, chosen.size()).toArray();
        out.add(middle(spread, all, reference));
        if (reference.frames().size() > 1) {
            out.add(rank(spread, all, reference));
            out.add(distance(spread, all, reference));
        }
        return out;
    }

    static Ensemble chosen(Ensemble ensemble) {
        int size = Math.min(MOST, ensemble.size());
        return ensemble.only(IntStream.range(0, size)
                .map(k -> (int) ((long) k * ensemble.size() / size))
                .toArray());
    }

    /** Of M independent members of rank r, tr(C)^2/tr(C^2) is 1/(1/r + 1/M) in expectation. */
    private static Comparison rank(Spread spread, int[] all, Reference reference) {
        Estimate rank = reference.rank();
        double expected = expected(rank.value(), all.length);
        double value = spread.effectiveRank(all) / expected;
        double error = Resampling.jackknife(
                all.length, BLOCKS, kept -> spread.effectiveRank(kept) / expected(rank.value(), kept.length));
        double shift = expected(rank.value() + rank.standardError(), all.length) / expected - 1;
        return new Comparison(Quantity.EFFECTIVE_RANK, new Estimate(value, error), value * shift);
    }

    private static double expected(double rank, int members) {
        return 1 / (1 / rank + 1.0 / members);
    }

    /** Mean distance between two generated configurations over that between frames of different MD replicas. */
    private static Comparison distance(Spread spread, int[] all, Reference reference) {
        Estimate mine =
                new Estimate(spread.meanDistance(all), Resampling.jackknife(all.length, BLOCKS, spread::meanDistance));
        return Comparison.ratio(Quantity.DISTANCE, "", mine, reference.distance());
    }

    /** M |mean u|^2 / mean u^2 is 1 with variance 2/r for independent members about 0 that have rank r, and M for copies of one. */
    private static Comparison middle(Spread spread, int[] all, Reference reference) {
        double rank = Double.isNaN(reference.rank().value())
                ? spread.effectiveRank(all)
                : reference.rank().value();
        double value = spread.biasOfTheMean(all);
        return new Comparison(Quantity.MIDDLE, new Estimate(value, Math.sqrt(2 / rank)), 0);
    }
}
