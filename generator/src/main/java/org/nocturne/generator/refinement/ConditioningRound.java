package org.nocturne.generator.refinement;

/**
 * One round of sampling.
 *
 * @param reducedChiSquare of the round's mean pattern on the fitted points, sampled under the force that stood then
 */
public record ConditioningRound(int number, double lambdaEvPerAtom, double reducedChiSquare) {}
