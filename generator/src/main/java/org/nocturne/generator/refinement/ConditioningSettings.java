package org.nocturne.generator.refinement;

/**
 * How an ensemble is conditioned.
 *
 * @param firstLambdaEvPerAtom weight of the misfit at first: eV per atom for one unit of chi2 per degree of freedom
 * @param mostLambdaEvPerAtom beyond which the target is taken to be out of reach
 * @param growth of lambda where it was too small
 * @param roundsPerLambda how many rounds of sampling a weight is given before it is judged, 2 or more
 * @param mostRounds in all
 * @param mixing share of the computed step that is made, above 0 and at most 1
 */
public record ConditioningSettings(
        double firstLambdaEvPerAtom,
        double mostLambdaEvPerAtom,
        double growth,
        int roundsPerLambda,
        int mostRounds,
        double mixing) {

    public static final ConditioningSettings DEFAULT = new ConditioningSettings(3e-3, 10, 2, 3, 30, 0.6);

    public ConditioningSettings {
        if (!(firstLambdaEvPerAtom > 0
                && mostLambdaEvPerAtom >= firstLambdaEvPerAtom
                && growth > 1
                && roundsPerLambda >= 2
                && mostRounds >= 1
                && mixing > 0
                && mixing <= 1)) {
            throw new IllegalArgumentException("wanted is 0 < first lambda <= last lambda, growth above 1, at least 2"
                    + " rounds a lambda and 1 in all, and a mixing above 0 and at most 1");
        }
    }
}
