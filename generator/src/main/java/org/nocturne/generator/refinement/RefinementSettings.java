package org.nocturne.generator.refinement;

/**
 * How a set is refined.
 *
 * @param firstLambdaEvPerAtom weight of the misfit at the first step: eV per atom for one unit of chi2 per degree of freedom
 * @param mostLambdaEvPerAtom beyond which the target is taken to be out of reach
 * @param growth of lambda from step to step
 * @param evaluationsPerStep energies and forces of the set at one lambda
 * @param smallForceEvPerAngstrom a step ends early when no force on an atom is larger
 * @param capAngstrom longest way of an atom in one move
 * @param mostSteps different lambdas at most
 */
public record RefinementSettings(
        double firstLambdaEvPerAtom,
        double mostLambdaEvPerAtom,
        double growth,
        int evaluationsPerStep,
        double smallForceEvPerAngstrom,
        double capAngstrom,
        int mostSteps) {

    public static final RefinementSettings DEFAULT = new RefinementSettings(1e-3, 10, 3, 60, 5e-3, 0.1, 16);

    public RefinementSettings {
        if (!(firstLambdaEvPerAtom > 0
                && mostLambdaEvPerAtom >= firstLambdaEvPerAtom
                && growth > 1
                && evaluationsPerStep > 1
                && smallForceEvPerAngstrom > 0
                && capAngstrom > 0
                && mostSteps > 0)) {
            throw new IllegalArgumentException("wanted is 0 < first lambda <= last lambda, growth above 1, at least 2"
                    + " evaluations a step, and small force, cap and steps above 0");
        }
    }

    public RefinementSettings withFirstLambda(double evPerAtom) {
        return new RefinementSettings(
                evPerAtom,
                mostLambdaEvPerAtom,
                growth,
                evaluationsPerStep,
                smallForceEvPerAngstrom,
                capAngstrom,
                mostSteps);
    }
}
