package org.nocturne.adapters.builtin.potential;

/** Atoms so placed, or moved so far, that energies, forces or positions are no numbers any more. */
public final class NotFiniteException extends Exception {
    private static final long serialVersionUID = 1L;

    public NotFiniteException(String message) {
        super(message);
    }
}
