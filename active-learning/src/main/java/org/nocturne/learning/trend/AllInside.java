package org.nocturne.learning.trend;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.nocturne.learning.ledger.Judgement;

/** The two one-sided tests behind a ledger all of whose lines pass; normal, as its intervals are. */
final class AllInside {
    private AllInside() {}

    static Finding of(List<Judgement> ledger) {
        Judgement nearest = ledger.stream()
                .min(Comparator.comparingDouble(AllInside::margin))
                .orElseThrow();
        return new Finding(
                Trend.CONVERGED,
                "all-inside",
                nearest.stage() + " " + nearest.name() + " at " + nearest.temperature(),
                OptionalDouble.of(margin(nearest)),
                OptionalDouble.of(new NormalDistribution().cumulativeProbability(-margin(nearest))),
                ledger.size(),
                "all " + ledger.size() + " lines of the ledger pass");
    }

    /** Standard errors to the nearer edge of the band. */
    private static double margin(Judgement line) {
        double value = line.estimate().value();
        double above = line.quantity().bandHigh() - value;
        double below = line.quantity().isTwoSided() ? value - line.quantity().bandLow() : Double.POSITIVE_INFINITY;
        return Math.min(above, below) / line.estimate().standardError();
    }
}
