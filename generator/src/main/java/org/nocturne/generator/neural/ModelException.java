package org.nocturne.generator.neural;

/** A model that cannot be used: missing, changed since it was registered, or not understood. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModelException(String message) {
        super(message);
    }

    ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
