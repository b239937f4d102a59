package org.nocturne.learning.ledger;

import java.util.ArrayList;
import java.util.List;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.ensemble.LiquidConfiguration;
import org.nocturne.learning.ensemble.LiquidReference;

/** Judges configurations of a liquid against MD at the same temperature, as {@link VarianceLedger} does those of a solid. */
public final class LiquidLedger {
    private LiquidLedger() {}

    /**
     * All lines for one stage; none while there are fewer than four configurations.
     *
     * @param generated measured by the probe of the reference
     */
    public static List<Judgement> judge(
            String stage, Kelvin temperature, List<LiquidConfiguration> generated, LiquidReference reference) {
        if (generated.size() < VarianceLedger.FEWEST_SAMPLES) {
            return List.of();
        }
        List<Comparison> comparisons = new ArrayList<>();
        comparisons.addAll(energies(temperature, generated, reference));
        comparisons.addAll(StructureFactorComparisons.of(generated, reference));
        if (reference.frames().size() > 1) {
            comparisons.add(PairComparisons.of(generated, reference.frames()));
        }
        comparisons.add(DiffusionComparison.of(reference.probe(), generated));
        Gate gate = new Gate(stage, temperature, generated.size(), reference.source());
        return comparisons.stream().map(gate::judge).toList();
    }

    /** In per cent of 3/2 (N-1) kB T, which is what the thermal energy of a harmonic solid is: the gate is as wide as for one. */
    private static List<Comparison> energies(
            Kelvin temperature, List<LiquidConfiguration> generated, LiquidReference reference) {
        double[] energies = generated.stream()
                .mapToDouble(LiquidConfiguration::thermalEnergyEv)
                .toArray();
        double scale = 1.5 * (reference.probe().atoms() - 1) * temperature.energyEv();
        return List.of(
                EnergyComparisons.mean(energies, reference.meanEnergyEv(), scale),
                EnergyComparisons.variance(
                        energies,
                        reference.fluctuation().varianceEv2(),
                        reference.fluctuation().how()));
    }
}
