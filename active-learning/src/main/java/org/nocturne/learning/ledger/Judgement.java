package org.nocturne.learning.ledger;

import org.nocturne.core.structure.Kelvin;

/**
 * One line of the ledger.
 *
 * @param stage "proposal" or "thermal"
 * @param needed generated samples that would decide it, estimates staying as they are; 0 when it is decided, -1 when no number of
 *     generated samples can, because the reference itself is too uncertain
 */
public record Judgement(
        String stage,
        Quantity quantity,
        Kelvin temperature,
        Estimate estimate,
        double low,
        double high,
        int samples,
        int needed,
        Verdict verdict,
        String source) {}
