package org.nocturne.learning.ledger;

import java.util.List;
import org.hipparchus.stat.descriptive.moment.Kurtosis;
import org.hipparchus.stat.descriptive.moment.Variance;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.ensemble.Ensemble;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.ensemble.Reference;

/** Mean and variance of the potential energy, of any phase. */
final class EnergyComparisons {
    private static final int FEWEST_FOR_KURTOSIS = 20;

    private EnergyComparisons() {}

    static List<Comparison> of(Kelvin temperature, Ensemble generated, Reference reference) {
        double[] energies = generated.thermalEnergiesEv();
        Estimate md = reference.meanEnergyEv();
        return List.of(
                mean(energies, md, md.value()),
                variance(energies, reference.curve().variance(temperature), ""));
    }

    /** @param scaleEv of which one per cent is the unit, eV per cell */
    static Comparison mean(double[] energiesEv, Estimate reference, double scaleEv) {
        Estimate mine = Estimate.meanOf(energiesEv);
        double perCent = 100 / scaleEv;
        return new Comparison(
                Quantity.MEAN_ENERGY,
                new Estimate((mine.value() - reference.value()) * perCent, mine.standardError() * perCent),
                reference.standardError() * perCent);
    }

    /** @param how the reference, in eV^2, is known where that is not plain; empty otherwise */
    static Comparison variance(double[] energiesEv, Estimate reference, String how) {
        return Comparison.ratio(Quantity.ENERGY_VARIANCE, "", varianceOf(energiesEv), reference)
                .against(how);
    }

    /** Relative error of a variance: sqrt((2 + excess kurtosis)/(n-1)), the Gaussian's being 0 (Kenney and Keeping 1951). */
    static Estimate varianceOf(double[] energies) {
        double variance = new Variance().evaluate(energies);
        boolean known = energies.length >= FEWEST_FOR_KURTOSIS && variance > 0;
        double excess = known ? Math.max(-1, new Kurtosis().evaluate(energies)) : 0;
        return new Estimate(variance, variance * Math.sqrt((2 + excess) / (energies.length - 1)));
    }
}
