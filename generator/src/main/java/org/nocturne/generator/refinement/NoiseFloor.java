package org.nocturne.generator.refinement;

/**
 * Where a fit ends: chi2 per degree of freedom within 1 +- 2 sqrt(2/n), two standard deviations of chi2/n of n independent errors. Above
 * it the pattern still says something, below it noise is fitted.
 *
 * @param degreesOfFreedom n
 */
public record NoiseFloor(int degreesOfFreedom) {

    public NoiseFloor {
        if (degreesOfFreedom < 1) {
            throw new IllegalArgumentException(
                    "there are " + degreesOfFreedom + " degrees of freedom; at least 1 is wanted");
        }
    }

    public double low() {
        return 1 - 2 * Math.sqrt(2.0 / degreesOfFreedom);
    }

    public double high() {
        return 1 + 2 * Math.sqrt(2.0 / degreesOfFreedom);
    }

    public boolean isAbove(double reducedChiSquare) {
        return !(reducedChiSquare <= high());
    }

    public boolean isBelow(double reducedChiSquare) {
        return reducedChiSquare < low();
    }
}
