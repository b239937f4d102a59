package org.nocturne.routes.report;

import java.util.Locale;
import org.nocturne.learning.store.RoundVerdict;

/** The verdict on a round as the report prints it. */
record VerdictLine(RoundVerdict row) {

    public int round() {
        return row.round();
    }

    public String verdict() {
        return row.trend();
    }

    public String why() {
        return row.why();
    }

    /** "change: -4.21, p = 0.0012, 24 lines". */
    public String test() {
        Double statistic = row.statistic();
        Double p = row.pValue();
        return statistic == null || p == null
                ? Numbers.DASH
                : String.format(Locale.ROOT, "%s: %.2f, p = %.2g, %d lines", row.test(), statistic, p, row.compared());
    }

    public String next() {
        return row.nextInWords();
    }
}
