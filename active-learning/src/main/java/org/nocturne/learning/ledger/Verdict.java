package org.nocturne.learning.ledger;

import java.util.Locale;

/** No gate gets easier with less data: few samples are undecided, not passed. */
public enum Verdict {
    /** The interval lies inside the band. */
    PASS,
    /** The estimate lies outside the band, with samples enough that it could have passed. */
    FAIL,
    /** Too few samples: the interval is wider than the band, or reaches over its edge. */
    UNDECIDED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
