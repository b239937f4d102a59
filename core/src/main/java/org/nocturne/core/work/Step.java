package org.nocturne.core.work;

import java.util.Locale;

/** The steps of the loop that can fail. An external code carries them out; of proposals only those are jobs that failed. */
public enum Step {
    /** The start structure to the bottom of its basin. */
    MINIMISE,
    /** An independent MD run at one temperature. */
    REPLICA,
    /** A draw and its correction. */
    PROPOSE,
    /** A proposal to a thermal frame and on to its inherent structure. */
    RELAX,
    /** Energy and forces of a thermal frame. */
    LABEL,
    /** The same once more by the campaign's second code, to compare the two. */
    AUDIT;

    /** What the step asks of a code: an audit asks for what a label is, and the same helps when it fails. */
    public Step asked() {
        return this == AUDIT ? LABEL : this;
    }

    /** The word used in routes, in the store and in the log. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Step ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
