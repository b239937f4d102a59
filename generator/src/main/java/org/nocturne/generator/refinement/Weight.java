package org.nocturne.generator.refinement;

/**
 * The weight of the misfit while an ensemble is conditioned. It rises from below; where the pattern fits better than its errors allow it goes back
 * half of the way, in logarithm, to the last that was too small.
 */
final class Weight {
    private final ConditioningSettings settings;
    private final NoiseFloor floor;
    private double lambda;
    private double tooSmall;
    private double tooLarge = Double.POSITIVE_INFINITY;
    private int rounds;
    private boolean wasWithin;

    Weight(ConditioningSettings settings, NoiseFloor floor) {
        this.settings = settings;
        this.floor = floor;
        this.lambda = settings.firstLambdaEvPerAtom();
    }

    double lambdaEvPerAtom() {
        return lambda;
    }

    boolean isOutOfReach() {
        return lambda > settings.mostLambdaEvPerAtom();
    }

    /** Takes chi2 of another round under this weight, and changes it where it has been tried for long enough; true where it may stay for good. */
    boolean settles(double reducedChiSquare) {
        rounds++;
        boolean within = !floor.isAbove(reducedChiSquare) && !floor.isBelow(reducedChiSquare);
        boolean twice = within && wasWithin;
        wasWithin = within;
        if (twice || within || rounds < settings.roundsPerLambda()) {
            return twice;
        }
        if (floor.isAbove(reducedChiSquare)) {
            tooSmall = lambda;
        } else {
            tooLarge = lambda;
        }
        lambda = Double.isInfinite(tooLarge)
                ? lambda * settings.growth()
                : tooSmall == 0 ? tooLarge / settings.growth() : Math.sqrt(tooSmall * tooLarge);
        rounds = 0;
        return false;
    }
}
