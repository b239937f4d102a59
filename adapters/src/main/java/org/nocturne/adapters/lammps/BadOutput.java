package org.nocturne.adapters.lammps;

import org.nocturne.core.work.Cause;

/** Output that does not hold what was asked for; turned into an Outcome.Failed at the door of this package. */
final class BadOutput extends Exception {
    private static final long serialVersionUID = 1L;

    private final Cause cause;

    BadOutput(Cause cause, String detail) {
        super(detail);
        this.cause = cause;
    }

    Cause why() {
        return cause;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
