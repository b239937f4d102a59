package org.nocturne.core.spectrum;

import java.util.Locale;
import java.util.Optional;

/** What the first column of a measured pattern is. */
public enum PatternAxis {
    /** q in 1/angstrom. */
    Q,
    /** q in 1/nm. */
    Q_NM,
    /** Scattering angle 2 theta in degree; needs a wavelength. */
    TWO_THETA,
    /** Distance in angstrom, of a pair distribution function. */
    R;

    /** "q", "q-nm", "two-theta", "r": the form in campaign files and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PatternAxis> ofWord(String word) {
        for (PatternAxis axis : values()) {
            if (axis.word().equals(word)) {
                return Optional.of(axis);
            }
        }
        return Optional.empty();
    }
}
