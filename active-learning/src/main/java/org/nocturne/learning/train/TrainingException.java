package org.nocturne.learning.train;

/** A training that cannot be done, or did not end well; the message says where to look. */
public final class TrainingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TrainingException(String message) {
        super(message);
    }
}
