package org.nocturne.generator.refinement;

/**
 * What the minimisation at one lambda came to.
 *
 * @param reducedChiSquare of the mean pattern on the fitted points
 * @param evaluations of energy and forces that it took
 */
public record RefinementStep(double lambdaEvPerAtom, double reducedChiSquare, int evaluations) {}
