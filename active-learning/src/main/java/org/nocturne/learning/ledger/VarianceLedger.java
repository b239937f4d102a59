package org.nocturne.learning.ledger;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.descriptive.moment.Kurtosis;
import org.hipparchus.stat.descriptive.moment.Variance;
import org.nocturne.core.structure.Kelvin;

/**
 * Judges generated configurations against MD at the same temperature, quantity by quantity. An estimate with its error becomes an
 * interval (95 % for the mean energy, 90 % for ratios), the interval a verdict: pass when it lies inside the band, fail when the
 * estimate lies outside, undecided when the interval is wider than the band (no estimate could pass, so none may fail either) or
 * reaches over its edge.
 */
public final class VarianceLedger {
    private static final double TWO_SIDED_90 = 1.645;
    private static final double TWO_SIDED_95 = 1.96;
    private static final int FEWEST_SAMPLES = 4;

    private VarianceLedger() {}

    /** All lines for one stage at one temperature; none while there are fewer than four configurations. */
    public static List<Judgement> judge(String stage, Kelvin temperature, Ensemble generated, Reference reference) {
        List<Judgement> out = new ArrayList<>();
        if (generated.size() < FEWEST_SAMPLES) {
            return out;
        }
        out.add(meanEnergy(stage, temperature, generated, reference));
        out.add(energyVariance(stage, temperature, generated, reference));
        List<double[]> squares =
                reference.frames().stream().map(Ensemble::meanSquares).toList();
        out.add(ratio(stage, Quantity.DISPLACEMENT, temperature, generated.meanSquares(), squares, reference));
        List<double[]> waves =
                reference.frames().stream().map(Ensemble::longWaves).toList();
        out.add(ratio(stage, Quantity.LONG_WAVES, temperature, generated.longWaves(), waves, reference));
        return out;
    }

    private static Judgement meanEnergy(String stage, Kelvin t, Ensemble generated, Reference reference) {
        Estimate mine = Estimate.meanOf(generated.thermalEnergiesEv());
        Estimate theirs = reference.meanEnergyEv();
        double perCent = 100 / theirs.value();
        Estimate mineOnly = new Estimate((mine.value() - theirs.value()) * perCent, mine.standardError() * perCent);
        return decided(
                stage,
                Quantity.MEAN_ENERGY,
                t,
                mineOnly,
                theirs.standardError() * perCent,
                generated.size(),
                TWO_SIDED_95,
                reference);
    }

    private static Judgement energyVariance(String stage, Kelvin t, Ensemble generated, Reference reference) {
        double[] energies = generated.thermalEnergiesEv();
        Estimate exact = reference.curve().variance(t);
        double ratio = new Variance().evaluate(energies) / exact.value();
        // relative error of a variance: sqrt((kurtosis - (n-3)/(n-1))/n), Gaussian sqrt(2/(n-1)); Kenney and Keeping
        // (1951)
        double excess = energies.length < 20 ? 0 : Math.max(-1, new Kurtosis().evaluate(energies));
        double error = ratio * Math.sqrt((2 + excess) / (energies.length - 1));
        double referenceError = ratio * exact.standardError() / exact.value();
        return decided(
                stage,
                Quantity.ENERGY_VARIANCE,
                t,
                new Estimate(ratio, error),
                referenceError,
                energies.length,
                TWO_SIDED_90,
                reference);
    }

    private static Judgement ratio(
            String stage, Quantity quantity, Kelvin t, double[] generated, List<double[]> theirs, Reference reference) {
        Estimate mine = Estimate.meanOf(generated);
        Estimate other = Estimate.meanOf(theirs);
        double ratio = mine.value() / other.value();
        double error = ratio * mine.standardError() / mine.value();
        double referenceError = ratio * other.standardError() / other.value();
        return decided(
                stage,
                quantity,
                t,
                new Estimate(ratio, error),
                referenceError,
                generated.length,
                TWO_SIDED_90,
                reference);
    }

    private static Judgement decided(
            String stage,
            Quantity quantity,
            Kelvin t,
            Estimate mine,
            double referenceError,
            int samples,
            double width,
            Reference reference) {
        double total = Math.hypot(mine.standardError(), referenceError);
        double low = mine.value() - width * total;
        double high = mine.value() + width * total;
        boolean outside = mine.value() < quantity.bandLow() || mine.value() > quantity.bandHigh();
        boolean tooFew = 2 * width * total > quantity.bandHigh() - quantity.bandLow();
        boolean inside = low >= quantity.bandLow() && high <= quantity.bandHigh();
        Verdict verdict = inside ? Verdict.PASS : outside && !tooFew ? Verdict.FAIL : Verdict.UNDECIDED;
        int needed = verdict == Verdict.UNDECIDED ? needed(quantity, mine, referenceError, samples, width, outside) : 0;
        return new Judgement(
                stage,
                quantity,
                t,
                new Estimate(mine.value(), total),
                low,
                high,
                samples,
                needed,
                verdict,
                reference.source());
    }

    /**
     * Samples for a decision: the generated error falls as 1/sqrt(M), the reference's stays. An estimate inside the band needs an
     * interval that fits between it and the nearer edge; one outside needs an interval no wider than the band.
     */
    private static int needed(
            Quantity quantity, Estimate mine, double referenceError, int samples, double width, boolean outside) {
        double half = outside
                ? (quantity.bandHigh() - quantity.bandLow()) / 2
                : Math.min(mine.value() - quantity.bandLow(), quantity.bandHigh() - mine.value());
        double left = half * half / (width * width) - referenceError * referenceError;
        if (left <= 0) {
            return -1;
        }
        double factor = mine.standardError() * mine.standardError() / left;
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(samples * factor));
    }
}
