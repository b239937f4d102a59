package org.nocturne.generator.misfit;

/** A number that is 0 for a pattern that meets its target; made for one target, immutable. */
@FunctionalInterface
public interface Misfit {

    /**
     * The misfit of one calculated pattern.
     *
     * @param calculated one value per point of the target's grid
     * @throws IllegalArgumentException if the lengths differ, or if a scale or background cannot be determined
     */
    double of(double[] calculated);
}
