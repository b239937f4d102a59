package org.nocturne.learning.store;

import java.util.Locale;

/** What frames are for. Split by replica and temperature, never by frame: neighbours in time know each other. */
public enum Role {
    /** Fitted on. */
    TRAINING,
    /** Judges models; never fitted on. */
    HELD_OUT,
    /** Frozen MD at the target's temperature that judges the ensemble; never fitted on. */
    REFERENCE,
    /** Thermal frames of candidates. */
    CANDIDATE;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Role ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
