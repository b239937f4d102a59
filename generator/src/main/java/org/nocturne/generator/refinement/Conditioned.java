package org.nocturne.generator.refinement;

import java.util.List;

/**
 * The force that makes an ensemble meet its target.
 *
 * @param perAtom c(q), eV per atom for a change of S(q) by 1, at the fitted points: each structure of N atoms feels N sum_q c(q) S(q)
 * @param lambdaEvPerAtom weight of the misfit in the end
 * @param reached whether two rounds in a row under one weight lay within the noise floor's bounds
 * @param rounds in their order
 */
public record Conditioned(double[] perAtom, double lambdaEvPerAtom, boolean reached, List<ConditioningRound> rounds) {
    public Conditioned {
        perAtom = perAtom.clone();
        rounds = List.copyOf(rounds);
    }

    @Override
    public double[] perAtom() {
        return perAtom.clone();
    }
}
