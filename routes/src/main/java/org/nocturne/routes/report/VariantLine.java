package org.nocturne.routes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.loop.VariantFigures;
import org.nocturne.learning.store.VariantTable.Variant;

/**
 * How far the variants of a round have gone from their parents, as the report prints it.
 *
 * @param round its number, or "all"
 */
record VariantLine(String round, VariantFigures figures) {

    /** Those of each round, then all of them; none where none has been measured. */
    static List<VariantLine> of(List<Variant> variants) {
        List<VariantLine> out = new ArrayList<>();
        Map<Integer, List<Variant>> rounds =
                variants.stream().collect(Collectors.groupingBy(Variant::round, TreeMap::new, Collectors.toList()));
        rounds.forEach((round, members) -> VariantFigures.of(members)
                .ifPresent(figures -> out.add(new VariantLine(String.valueOf(round), figures))));
        VariantFigures.of(variants).ifPresent(figures -> out.add(new VariantLine("all", figures)));
        return out;
    }

    public int count() {
        return figures.count();
    }

    public String energy() {
        return withError(figures.energyOverParentEv(), 1000);
    }

    public String newBonds() {
        return withError(figures.newBonds(), 100);
    }

    private static String withError(Estimate estimate, double unit) {
        String value = Numbers.fixed(unit * estimate.value(), 1);
        return Double.isFinite(estimate.standardError())
                ? value + " \u00b1 " + Numbers.fixed(unit * estimate.standardError(), 1)
                : value;
    }
}
