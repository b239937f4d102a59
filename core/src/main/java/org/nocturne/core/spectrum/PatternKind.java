package org.nocturne.core.spectrum;

/** What the numbers of a target pattern mean. */
public enum PatternKind {
    /** Powder structure factor of a crystal, an ideal gas gives 1; computed from k-points. */
    POWDER,
    /** Total structure factor S(q) of a liquid or glass, from pairs with minimum image. */
    STRUCTURE_FACTOR,
    /** Intensity of a finite cluster or molecule by the Debye sum. */
    CLUSTER
}
