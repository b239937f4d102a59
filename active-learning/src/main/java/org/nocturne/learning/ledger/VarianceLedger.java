package org.nocturne.learning.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.ensemble.Ensemble;
import org.nocturne.learning.ensemble.Reference;

/** Judges generated configurations against MD at the same temperature, quantity by quantity. */
public final class VarianceLedger {
    private static final int FEWEST_SAMPLES = 4;

    private VarianceLedger() {}

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
