package org.nocturne.adapters.script;

/** A number of an output is none, or infinite. */
final class NotFiniteException extends RuntimeException {
    NotFiniteException(String message) {
        super(message);
    }
}
