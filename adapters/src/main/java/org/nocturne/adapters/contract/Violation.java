package org.nocturne.adapters.contract;

/** What was found is not what the engine assumes. */
final class Violation extends RuntimeException {
    Violation(String message) {
        super(message);
    }
}
