package org.nocturne.learning.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.ensemble.Ensemble;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.ensemble.Reference;

/** Judges generated configurations of a solid against MD at the same temperature, quantity by quantity. */
public final class VarianceLedger {
    /** There are no lines on fewer. */
    public static final int FEWEST_SAMPLES = 4;

    private VarianceLedger() {}

    /**
     * The line on the cell, where a generator says itself how large that is. All other lines are judged in the cell of the reference.
     *
     * @param generated edge of the generator's mean cell
     * @param reference edge of that of MD, in the same unit
     * @param samples that were drawn
     */
    public static Judgement cell(
            String stage, Kelvin temperature, Estimate generated, Estimate reference, int samples, String source) {
        double perCent = 100 / reference.value();
        return new Gate(stage, temperature, samples, source)
                .judge(new Comparison(
                        Quantity.CELL,
                        new Estimate((generated.value() - reference.value()) * perCent, 0),
                        perCent * Math.hypot(generated.standardError(), reference.standardError())));
    }

    /**
     * All lines for one stage at one temperature; none while there are fewer than four configurations.
     *
     * @param training frames that the generator has learned from, at any temperature; empty where none are known
     */
    public static List<Judgement> judge(
            String stage, Kelvin temperature, Ensemble generated, Reference reference, Optional<Ensemble> training) {
        if (generated.size() < FEWEST_SAMPLES) {
            return List.of();
        }
        List<Comparison> comparisons = new ArrayList<>();
        comparisons.addAll(EnergyComparisons.of(temperature, generated, reference));
        comparisons.addAll(DisplacementComparisons.of(generated, reference));
        comparisons.addAll(PatternComparisons.of(generated, reference));
        comparisons.addAll(ShapeComparisons.of(generated, reference));
        comparisons.addAll(NoveltyComparisons.of(generated, reference, training));
        Gate gate = new Gate(stage, temperature, generated.size(), reference.source());
        return comparisons.stream().map(gate::judge).toList();
    }
}
