package org.nocturne.adapters.builtin;

import org.nocturne.core.work.Cause;

/** An answer that is a failure, or none; turned into an Outcome.Failed at the door of this package. */
final class BadResult extends Exception {
    private static final long serialVersionUID = 1L;

    private final Cause why;

    BadResult(Cause why, String detail) {
        super(detail);
        this.why = why;
    }

    Cause why() {
        return why;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
