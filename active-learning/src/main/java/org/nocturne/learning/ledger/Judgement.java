package org.nocturne.learning.ledger;

import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.ensemble.Estimate;

/**
 * One line of the ledger.
 *
 * @param stage "proposal" or "thermal"
 * @param part of the quantity where it has several, such as a shell of waves; empty otherwise
 * @param needed generated samples that would decide it, estimates staying as they are; 0 when it is decided, -1 when no number of
 *     generated samples can, because the reference itself is too uncertain
 */
public record Judgement(
        String stage,
        Quantity quantity,
        String part,
        Kelvin temperature,
        Estimate estimate,
        double low,
        double high,
        int samples,
        int needed,
        Verdict verdict,
        String source) {

    /** The same, its source saying one thing more. */
    public Judgement adding(String toSource) {
        return new Judgement(
                stage,
                quantity,
                part,
                temperature,
                estimate,
                low,
                high,
                samples,
                needed,
                verdict,
                source + "; " + toSource);
    }

    /** How far the estimate lies from the ideal, where 1 is the edge of the band on that side. */
    public double deviation() {
        return quantity.deviation(estimate.value());
    }

    /** How far the estimate lies outside the band, in the unit of the quantity; at most 0 inside. */
    public double outside() {
        double above = estimate.value() - quantity.bandHigh();
        return quantity.isTwoSided() ? Math.max(above, quantity.bandLow() - estimate.value()) : above;
    }

    /**
     * {@link #deviation()} of the value one standard error nearer to the ideal, half way to the end of its 95 % interval: what chance alone has put far
     * out is not far by this.
     */
    public double likelyDeviation() {
        double ideal = quantity.ideal();
        double value = estimate.value();
        return quantity.deviation(
                value > ideal ? Math.max((value + low) / 2, ideal) : Math.min((value + high) / 2, ideal));
    }

    /** The quantity, with its part where it has several. */
    public String name() {
        return part.isEmpty() ? quantity.word() : quantity.word() + " " + part;
    }
}
