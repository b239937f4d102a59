package org.nocturne.learning.ledger;

import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.ensemble.Estimate;

/**
 * Turns a comparison into a verdict. The estimate with its error becomes an interval (95 % for the mean energy, 90 % otherwise): pass
 * when it lies inside the band, fail when the estimate lies outside, undecided when the interval is wider than the band (no estimate
 * could pass, so none may fail either) or reaches over its edge.
 *
 * @param samples generated configurations
 * @param source what they are compared with
 * @param enoughToTrustAnInterval from so many samples on a line fails whose whole interval lies outside, however wide that is
 * @param enoughToTrustAnEstimate from so many on one does whose estimate lies outside, if its interval is narrower than the band
 */
record Gate(
        String stage,
        Kelvin temperature,
        int samples,
        String source,
        int enoughToTrustAnInterval,
        int enoughToTrustAnEstimate) {
    private static final double TWO_SIDED_90 = 1.645;
    private static final double TWO_SIDED_95 = 1.96;
    private static final int MANY = 20;
    private static final int FEW = 3;

    /** Of configurations whose errors are formulas. */
    Gate(String stage, Kelvin temperature, int samples, String source) {
        this(stage, temperature, samples, source, MANY, 0);
    }

    /** Of families: their errors are widened for being few, so intervals can be trusted early, but a few families often lie to one side. */
    static Gate ofFamilies(String stage, Kelvin temperature, int families, String source) {
        return new Gate(stage, temperature, families, source, FEW, MANY);
    }

    Judgement judge(Comparison comparison) {
        Quantity quantity = comparison.quantity();
        double width = quantity == Quantity.MEAN_ENERGY ? TWO_SIDED_95 : TWO_SIDED_90;
        double value = comparison.mine().value();
        double total = Math.hypot(comparison.mine().standardError(), comparison.referenceError());
        double low = value - width * total;
        double high = value + width * total;
        double bandLow = quantity.isTwoSided() ? quantity.bandLow() : Double.NEGATIVE_INFINITY;
        boolean inside = low >= bandLow && high <= quantity.bandHigh();
        boolean outside = value < bandLow || value > quantity.bandHigh();
        boolean tooFew = !(2 * width * total <= quantity.bandHigh() - quantity.bandLow());
        // An estimate so far out that its whole interval is outside fails however wide that is, if its error can be
        // trusted.
        boolean beyond = samples >= enoughToTrustAnInterval && (low > quantity.bandHigh() || high < bandLow);
        boolean apart = samples >= enoughToTrustAnEstimate && outside && !tooFew;
        Verdict verdict = inside ? Verdict.PASS : beyond || apart ? Verdict.FAIL : Verdict.UNDECIDED;
        return new Judgement(
                stage,
                quantity,
                comparison.part(),
                temperature,
                new Estimate(value, total),
                low,
                high,
                samples,
                verdict == Verdict.UNDECIDED ? needed(comparison, width, outside) : 0,
                verdict,
                comparison.against().isEmpty() ? source : source + "; " + comparison.against());
    }

    /**
     * Samples for a decision: the generated error falls as 1/sqrt(M), the reference's stays. An estimate inside the band needs an
     * interval that fits between it and the nearer edge; one outside needs an interval no wider than the band.
     */
    private int needed(Comparison comparison, double width, boolean outside) {
        Quantity quantity = comparison.quantity();
        double value = comparison.mine().value();
        double above = quantity.bandHigh() - value;
        double nearer = quantity.isTwoSided() ? Math.min(value - quantity.bandLow(), above) : above;
        double half = outside ? (quantity.bandHigh() - quantity.bandLow()) / 2 : nearer;
        double left = half * half / (width * width) - comparison.referenceError() * comparison.referenceError();
        if (!(left > 0)) {
            return -1;
        }
        double own = comparison.mine().standardError();
        double enough = Math.ceil(samples * own * own / left);
        return (int) Math.min(Integer.MAX_VALUE, outside ? Math.max(enough, enoughToTrustAnEstimate) : enough);
    }
}
