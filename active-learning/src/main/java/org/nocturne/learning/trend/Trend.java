package org.nocturne.learning.trend;

import java.util.Arrays;
import java.util.Locale;

/** What a round has shown of whether the loop works. */
public enum Trend {
    /** Every line of the ledger passes. */
    CONVERGED,
    /** A line that was not passed has come nearer to its ideal, by more than chance explains. */
    IMPROVING,
    /** Of no line that fails can more progress have been made than a round is worth. */
    STALLED,
    /** A line has moved away from its ideal by more than chance explains, and does not pass. */
    REGRESSING,
    /** None of these can be said: the first round, too few samples, or nothing to judge by. */
    UNDECIDED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such word */
    public static Trend ofWord(String word) {
        return Arrays.stream(values())
                .filter(t -> t.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no verdict on a round"));
    }
}
