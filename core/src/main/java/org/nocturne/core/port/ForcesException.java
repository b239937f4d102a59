package org.nocturne.core.port;

import org.nocturne.core.work.Cause;

/** Forces that could not be had: the code stopped, fell silent, or answered with what is no number. The message says where to look. */
public final class ForcesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Cause why;

    public ForcesException(String message) {
        this(Cause.BAD_EXIT, message);
    }

    public ForcesException(Cause why, String message) {
        super(message);
        this.why = why;
    }

    public ForcesException(String message, Throwable cause) {
        super(message, cause);
        this.why = Cause.BAD_EXIT;
    }

    /** As which a failed calculation is stored. */
    public Cause why() {
        return why;
    }
}
