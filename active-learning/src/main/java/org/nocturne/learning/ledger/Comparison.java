package org.nocturne.learning.ledger;

import org.nocturne.learning.ensemble.Estimate;

/**
 * One number of a generated ensemble against its reference, not yet judged.
 *
 * @param part of the quantity where it has several, such as a shell of waves; empty otherwise
 * @param mine the number, with the part of its error that more generated samples make smaller
 * @param referenceError the part that they do not
 * @param against what, where that is not plainly the MD; empty otherwise
 */
record Comparison(Quantity quantity, String part, Estimate mine, double referenceError, String against) {

    Comparison(Quantity quantity, String part, Estimate mine, double referenceError) {
        this(quantity, part, mine, referenceError, "");
    }

    Comparison(Quantity quantity, Estimate mine, double referenceError) {
        this(quantity, "", mine, referenceError);
    }

    /** The ratio of two independent estimates, errors to first order. */
    static Comparison ratio(Quantity quantity, String part, Estimate mine, Estimate theirs) {
        return new Comparison(
                quantity,
                part,
                new Estimate(mine.value() / theirs.value(), Math.abs(mine.standardError() / theirs.value())),
                Math.abs(mine.value() * theirs.standardError() / (theirs.value() * theirs.value())));
    }

    /** The same, saying what it is compared with. */
    Comparison against(String what) {
        return new Comparison(quantity, part, mine, referenceError, what);
    }
}
