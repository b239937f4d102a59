package org.nocturne.generator.thermal;

/** The force constants have a direction in which the crystal would fall apart: no thermal displacement exists along it. */
public final class UnstableForceConstantsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnstableForceConstantsException(int mode, double eigenvalue) {
        super("eigenvalue " + (mode + 1) + " of the effective force constants is " + eigenvalue
                + " eV/angstrom^2; all but the three translations must be positive");
    }

    UnstableForceConstantsException(double eigenvalue) {
        super("an eigenvalue of the effective force constants is " + eigenvalue
                + " eV/angstrom^2; all but the three translations must be positive");
    }
}
