package org.nocturne.adapters.builtin.motion;

/** A minimisation that ended at a limit. */
public final class NotConvergedException extends Exception {
    private static final long serialVersionUID = 1L;

    NotConvergedException(String message) {
        super(message);
    }
}
