package org.nocturne.learning.trend;

import java.util.OptionalDouble;

/**
 * The verdict on a round and what it rests on.
 *
 * @param test the words by which the documentation knows it, or "none"
 * @param line of the ledger that decided, empty where none did
 * @param statistic of that line; empty without a test
 * @param pValue of the test, corrected for the number of lines where that is needed
 * @param compared lines that were tested
 * @param why in one sentence
 */
public record Finding(
        Trend trend,
        String test,
        String line,
        OptionalDouble statistic,
        OptionalDouble pValue,
        int compared,
        String why) {

    static Finding untested(String why) {
        return new Finding(Trend.UNDECIDED, "none", "", OptionalDouble.empty(), OptionalDouble.empty(), 0, why);
    }
}
