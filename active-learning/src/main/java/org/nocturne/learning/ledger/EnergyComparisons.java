package org.nocturne.learning.ledger;

import java.util.List;
import org.hipparchus.stat.descriptive.moment.Kurtosis;
import org.hipparchus.stat.descriptive.moment.Variance;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.ensemble.Ensemble;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.ensemble.Reference;

/** Mean and variance of the potential energy. */
final class EnergyComparisons {
    private static final int FEWEST_FOR_KURTOSIS = 20;

    private EnergyComparisons() {}

    static List<Comparison> of(Kelvin temperature, Ensemble generated, Reference reference) {
        return List.of(mean(generated, reference), variance(temperature, generated, reference));
    }

    private static Comparison mean(Ensemble generated, Reference reference) {
        Estimate mine = Estimate.meanOf(generated.thermalEnergiesEv());
        Estimate theirs = reference.meanEnergyEv();
        double perCent = 100 / theirs.value();
        return new Comparison(
                Quantity.MEAN_ENERGY,
                new Estimate((mine.value() - theirs.value()) * perCent, mine.standardError() * perCent),
                theirs.standardError() * perCent);
    }

    private static Comparison variance(Kelvin temperature, Ensemble generated, Reference reference) {
        Estimate exact = reference.curve().variance(temperature);
        return Comparison.ratio(Quantity.ENERGY_VARIANCE, "", varianceOf(generated.thermalEnergiesEv()), exact);
    }

    /** Relative error of a variance: sqrt((2 + excess kurtosis)/(n-1)), the Gaussian's being 0 (Kenney and Keeping 1951). */
    static Estimate varianceOf(double[] energies) {
        double variance = new Variance().evaluate(energies);
        boolean known = energies.length >= FEWEST_FOR_KURTOSIS && variance > 0;
        double excess = known ? Math.max(-1, new Kurtosis().evaluate(energies)) : 0;
        return new Estimate(variance, variance * Math.sqrt((2 + excess) / (energies.length - 1)));
    }
}
