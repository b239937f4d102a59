package org.nocturne.adapters.contract;

/** The code does not offer what is checked, and need not. */
final class NotOffered extends RuntimeException {
    NotOffered(String message) {
        super(message);
    }
}
