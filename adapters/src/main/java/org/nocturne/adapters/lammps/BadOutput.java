package org.nocturne.adapters.lammps;

import java.util.Optional;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Outcome;

/** Output that does not hold what was asked for; turned into an Outcome.Failed at the door of this package. */
final class BadOutput extends Exception {
    private static final long serialVersionUID = 1L;

    private final Cause cause;
    private final transient Optional<Outcome.Failed> explained;

    BadOutput(Cause cause, String detail) {
        super(detail);
        this.cause = cause;
        this.explained = Optional.empty();
    }

    /** One that LAMMPS' own words explain. */
    BadOutput(Outcome.Failed explained) {
        super(explained.detail());
        this.cause = explained.cause();
        this.explained = Optional.of(explained);
    }

    Optional<Outcome.Failed> explained() {
        return explained;
    }

    Cause why() {
        return cause;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
