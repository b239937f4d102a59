package org.nocturne.learning.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.nocturne.learning.ensemble.Configuration;
import org.nocturne.learning.ensemble.Ensemble;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.ensemble.Reference;
import org.nocturne.learning.ensemble.Resampling;

/** Whether the ensemble covers what MD visits, and whether it repeats what it was trained on. */
final class NoveltyComparisons {
    private static final int NEIGHBOURS = 5;
    private static final double QUANTILE = 0.1;
    private static final int BLOCKS = 20;

    private NoveltyComparisons() {}

    static List<Comparison> of(Ensemble generated, Reference reference, Optional<Ensemble> training) {
        List<Comparison> out = new ArrayList<>();
        if (reference.frames().size() > 1 && reference.pooled().size() > 4 * NEIGHBOURS) {
            out.add(coverage(ShapeComparisons.chosen(generated), reference));
        }
        training.filter(t -> t.size() > 0).ifPresent(t -> out.add(copying(generated, reference, t)));
        return out;
    }

    /**
     * Share of MD frames in whose ball of the five nearest frames of other replicas a generated configuration lies (Naeem et al., ICML
     * 2020, eq. 9), over what exchangeable samples have: 1 - prod_j (n - j)/(n + M - j), j = 0..4, with n other frames and M generated.
     */
    private static Comparison coverage(Ensemble generated, Reference reference) {
        List<BitSet> coverers = new ArrayList<>();
        double others = 0;
        for (Ensemble replica : reference.frames()) {
            List<Configuration> elsewhere = reference.frames().stream()
                    .filter(r -> r != replica)
                    .flatMap(r -> r.configurations().stream())
                    .toList();
            for (Configuration frame : replica.configurations()) {
                double[] distances =
                        elsewhere.stream().mapToDouble(frame::distance).sorted().toArray();
                coverers.add(within(frame, distances[NEIGHBOURS - 1], generated));
                others += elsewhere.size();
            }
        }
        int frames = coverers.size();
        double mean = others / frames;
        int[] all = IntStream.range(0, generated.size()).toArray();
        double expected = expected(mean, all.length);
        double value = share(coverers, all) / expected;
        double jackknife =
                Resampling.jackknife(all.length, BLOCKS, kept -> share(coverers, kept) / expected(mean, kept.length));
        // One configuration near the middle covers many frames at once; with few of them the jackknife has not seen
        // that yet.
        double mine = Math.max(jackknife, 2 * (1 - expected) / Math.sqrt(all.length));
        double share = share(coverers, all);
        double theirs = Math.sqrt(Math.max(share * (1 - share), 1.0 / frames) / frames) / expected;
        return new Comparison(Quantity.COVERAGE, new Estimate(value, mine), theirs);
    }

    private static BitSet within(Configuration frame, double radius, Ensemble generated) {
        BitSet out = new BitSet();
        for (int g = 0; g < generated.size(); g++) {
            out.set(g, frame.distance(generated.get(g)) < radius);
        }
        return out;
    }

    private static double share(List<BitSet> coverers, int[] members) {
        BitSet chosen = new BitSet();
        Arrays.stream(members).forEach(chosen::set);
        return coverers.stream().filter(c -> c.intersects(chosen)).count() / (double) coverers.size();
    }

    private static double expected(double others, int generated) {
        double none = 1;
        for (int j = 0; j < NEIGHBOURS; j++) {
            none *= (others - j) / (others + generated - j);
        }
        return 1 - none;
    }

    /**
     * Share of generated configurations that are liker to a training frame than nine in ten frames of MD are, over that tenth. Likeness
     * is the distance of fingerprints, which knows a copy also when it was rescaled or moved by a symmetry operation.
     */
    private static Comparison copying(Ensemble generated, Reference reference, Ensemble training) {
        double[] mine = nearest(generated, training);
        double[] theirs = nearest(reference.pooled(), training);
        double limit = new Percentile(100 * QUANTILE).evaluate(theirs);
        double share = Arrays.stream(mine).filter(d -> d < limit).count() / (double) mine.length;
        double typical = Math.max(share * (1 - share), QUANTILE * (1 - QUANTILE));
        double error = Math.sqrt(typical / mine.length) / QUANTILE;
        double other = Math.sqrt(QUANTILE * (1 - QUANTILE) / theirs.length) / QUANTILE;
        return new Comparison(Quantity.COPYING, new Estimate(share / QUANTILE, error), other);
    }

    private static double[] nearest(Ensemble ensemble, Ensemble training) {
        return ensemble.each(c -> training.configurations().stream()
                .mapToDouble(c::likeness)
                .min()
                .orElseThrow());
    }
}
