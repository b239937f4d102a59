package org.nocturne.core.work;

import org.nocturne.core.format.Sha256;

/**
 * How a label was made. Two labels may be compared only if their methods are equal.
 *
 * @param code "lammps"
 * @param version as the code states it
 * @param potential potential or functional, with the hash of its files
 * @param settings what else changes the numbers
 */
public record Method(String code, String version, String potential, String settings) {

    /** Twelve hex digits that stand for this method in the store and in the log. */
    public String id() {
        return Sha256.of(String.join("\u0000", code, version, potential, settings))
                .substring(0, 12);
    }
}
