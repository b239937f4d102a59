package org.nocturne.generator.scattering;

import org.nocturne.core.spectrum.PatternKind;

/** How a pattern is computed. */
public enum ScatteringMethod {
    /** {@link DebyeSum}: a finite cluster, every pair exactly. */
    EXACT,
    /** {@link BinnedDebye}: a finite cluster through a histogram of distances. */
    BINNED,
    /** {@link KPoints}: a periodic crystal. */
    KPOINTS,
    /** {@link Pairs}: a liquid or glass. */
    PAIRS;

    /** The method that computes what such a target shows. */
    public static ScatteringMethod of(PatternKind kind) {
        return switch (kind) {
            case POWDER -> KPOINTS;
            case STRUCTURE_FACTOR -> PAIRS;
            case CLUSTER -> BINNED;
        };
    }
}
