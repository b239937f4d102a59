package org.nocturne.generator.scattering;

/** Counts the pairs of a walk by their distance. */
interface PairCounter extends PairRows {
    /** Whole when the walk has ended. */
    PairHistogram histogram();
}
