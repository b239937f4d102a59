package org.nocturne.generator.scattering;

/** Takes the pairs of a walk. */
@FunctionalInterface
interface PairRows {
    /**
     * Pairs of atom {@code i} with atoms {@code row.first} to {@code row.first + row.count - 1}, numbered as the walk sorts them. Some may be
     * longer than the walk's range.
     */
    void row(int i, PairRow row);

    /** There are no more. */
    default void end() {}
}
