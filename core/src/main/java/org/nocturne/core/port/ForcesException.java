package org.nocturne.core.port;

/** Forces that could not be had: the code stopped, fell silent, or answered with what is no number. The message says where to look. */
public final class ForcesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ForcesException(String message) {
        super(message);
    }

    public ForcesException(String message, Throwable cause) {
        super(message, cause);
    }
}
