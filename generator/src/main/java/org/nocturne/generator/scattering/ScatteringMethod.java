package org.nocturne.generator.scattering;

/** How a pattern is computed. */
public enum ScatteringMethod {
    /** {@link DebyeSum}: a finite cluster, every pair exactly. */
    EXACT,
    /** {@link BinnedDebye}: a finite cluster through a histogram of distances. */
    BINNED,
    /** {@link KPoints}: a periodic crystal. */
    KPOINTS,
    /** {@link Pairs}: a liquid or glass. */
    PAIRS
}
