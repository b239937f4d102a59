package org.nocturne.learning.ledger;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.ensemble.Families;
import org.nocturne.learning.ensemble.GlassConfiguration;

/** Energies and displacements of a glass: of configurations in their basins, and of the basins. */
final class BasinComparisons {
    private BasinComparisons() {}

    static List<Comparison> of(Families<GlassConfiguration> generated, Families<GlassConfiguration> quenches) {
        return List.of(
                meanWithin(generated, quenches),
                variance(Quantity.ENERGY_VARIANCE, GlassConfiguration::thermalEnergyEv, generated, quenches),
                Comparison.ratio(
                        Quantity.DISPLACEMENT,
                        "",
                        generated.mean(GlassConfiguration::squareAngstrom),
                        quenches.mean(GlassConfiguration::squareAngstrom)),
                meanOfBasins(generated, quenches),
                varianceOfBasins(generated, quenches));
    }

    private static Comparison meanWithin(
            Families<GlassConfiguration> generated, Families<GlassConfiguration> quenches) {
        Estimate mine = generated.mean(GlassConfiguration::thermalEnergyEv);
        Estimate theirs = quenches.mean(GlassConfiguration::thermalEnergyEv);
        double perCent = 100 / theirs.value();
        return new Comparison(
                Quantity.MEAN_ENERGY,
                new Estimate((mine.value() - theirs.value()) * perCent, mine.standardError() * perCent),
                theirs.standardError() * perCent);
    }

    /** In standard deviations of the reference, so its error holds that of its own standard deviation. */
    private static Comparison meanOfBasins(
            Families<GlassConfiguration> generated, Families<GlassConfiguration> quenches) {
        Estimate mine = generated.mean(GlassConfiguration::inherentEnergyEv);
        double unit = deviation(quenches);
        Estimate against =
                quenches.estimate(q -> (mine.value() - q.meanOf(GlassConfiguration::inherentEnergyEv)) / deviation(q));
        return new Comparison(
                Quantity.INHERENT_MEAN,
                new Estimate(against.value(), mine.standardError() / unit),
                against.standardError());
    }

    private static double deviation(Families<GlassConfiguration> of) {
        return Math.sqrt(of.varianceOf(GlassConfiguration::inherentEnergyEv));
    }

    /** Its own error is at least that of a generator that is right, with so many families: few of them can lie close together by chance. */
    private static Comparison varianceOfBasins(
            Families<GlassConfiguration> generated, Families<GlassConfiguration> quenches) {
        Comparison found =
                variance(Quantity.INHERENT_VARIANCE, GlassConfiguration::inherentEnergyEv, generated, quenches);
        double ratio = found.mine().value();
        double error = Math.max(found.mine().standardError(), ofGaussian(generated));
        return new Comparison(
                Quantity.INHERENT_VARIANCE,
                new Estimate(ratio, error),
                Math.max(found.referenceError(), ratio * ofGaussian(quenches)));
    }

    /** Relative error of a variance of so many Gaussian values. */
    private static double ofGaussian(Families<GlassConfiguration> families) {
        return Math.sqrt(2.0 / (families.size() - 1));
    }

    private static Comparison variance(
            Quantity quantity,
            ToDoubleFunction<GlassConfiguration> energy,
            Families<GlassConfiguration> generated,
            Families<GlassConfiguration> quenches) {
        return Comparison.ratio(quantity, "", generated.variance(energy), quenches.variance(energy));
    }
}
