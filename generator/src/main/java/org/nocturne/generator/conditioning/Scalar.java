package org.nocturne.generator.conditioning;

import java.util.Locale;

/** What is moved before any atom is: numbers that the whole ensemble has in common. */
public enum Scalar {
    /** Temperature, K. */
    TEMPERATURE,
    /** Isotropic strain of the lattice against the model's cell, dimensionless; positive is larger. */
    STRAIN,
    /** Factor of the computed pattern. */
    SCALE,
    /** Flat addition to it, in the units of the target. */
    BACKGROUND;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
