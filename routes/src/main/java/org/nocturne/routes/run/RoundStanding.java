package org.nocturne.routes.run;

import org.jspecify.annotations.Nullable;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.store.RoundVerdict;

/**
 * What the newest round has shown, as {@code status} prints it.
 *
 * @param verdict converged, improving, stalled, regressing or undecided
 * @param line of the ledger that decided; empty without a test
 * @param statistic of that line, and the {@code pValue} of the test; null without one
 * @param next replicas, reference, candidates, wait, end or stop
 * @param temperatureK that the next action is for; null where it is for none or several
 * @param amount of replicas or candidates
 * @param words all of it in one line
 */
public record RoundStanding(
        int round,
        String verdict,
        String test,
        String line,
        @Nullable Double statistic,
        @Nullable Double pValue,
        double level,
        int compared,
        String why,
        String next,
        @Nullable Double temperatureK,
        int amount,
        String because,
        String words) {

    static RoundStanding of(RoundVerdict v) {
        Kelvin t = v.temperature();
        return new RoundStanding(
                v.round(),
                v.trend(),
                v.test(),
                v.line(),
                v.statistic(),
                v.pValue(),
                v.level(),
                v.compared(),
                v.why(),
                v.action(),
                t == null ? null : t.value(),
                v.amount(),
                v.because(),
                v.inWords());
    }
}
