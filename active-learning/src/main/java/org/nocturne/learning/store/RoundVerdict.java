package org.nocturne.learning.store;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.structure.Kelvin;

/**
 * What a round has shown and what the loop does next.
 *
 * @param trend "converged", "improving", "stalled", "regressing" or "undecided"
 * @param test by which, "none" where there was nothing to test
 * @param line of the ledger that decided; empty without a test
 * @param statistic of that line; null without a test
 * @param pValue of the test; null without one
 * @param level at which it was read
 * @param compared lines that were tested
 * @param why it is so, in one sentence
 * @param action "replicas", "reference", "candidates", "wait", "end" or "stop"; "unknown" of rounds that an earlier version has judged
 * @param temperature that the action is for; null where it is for none or several
 * @param amount of replicas or candidates
 * @param because why that is done
 */
public record RoundVerdict(
        int round,
        String trend,
        String test,
        String line,
        @Nullable Double statistic,
        @Nullable Double pValue,
        double level,
        int compared,
        String why,
        String action,
        @Nullable Kelvin temperature,
        int amount,
        String because,
        Instant at) {

    /** "round 3 improving: ... (test change, p 0.0012); next 8 replicas at 900K: ...". */
    public String inWords() {
        String tested = pValue == null ? "" : String.format(Locale.ROOT, " (test %s, p %.2g)", test, pValue);
        return "round " + round + " " + trend + ": " + why + tested + "; next " + nextInWords();
    }

    /** The next action with its reason, "8 replicas at 900K: proposal rho-u at 900K is fail". */
    public String nextInWords() {
        return (amount > 0 ? amount + " " : "")
                + action
                + (temperature == null ? "" : " at " + temperature)
                + (because.isEmpty() ? "" : ": " + because);
    }
}
