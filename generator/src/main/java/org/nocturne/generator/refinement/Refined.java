package org.nocturne.generator.refinement;

import java.util.List;
import org.nocturne.core.structure.Structure;

/**
 * A refined set.
 *
 * @param structures in the order they were given
 * @param lambdaEvPerAtom weight of the misfit in the end; 0 where nothing had to be moved
 * @param reducedChiSquare of the mean pattern on the fitted points
 * @param reached whether that lies within the noise floor's bounds
 * @param steps in the order they were made, also those that were taken back
 */
public record Refined(
        List<Structure> structures,
        double lambdaEvPerAtom,
        double reducedChiSquare,
        boolean reached,
        List<RefinementStep> steps) {
    public Refined {
        structures = List.copyOf(structures);
        steps = List.copyOf(steps);
    }
}
