package org.nocturne.generator.conditioning;

import java.util.List;

/**
 * What a pattern determines.
 *
 * @param free the scalars that were free, in the order of {@code values}
 * @param values at the minimum of chi2
 * @param standardErrors from the inverse of the Fisher matrix, everything else free as well
 * @param covariance inverse Fisher matrix, row after row
 * @param lowK lower end of the 95 % profile-likelihood interval of the temperature
 * @param highK its upper end
 * @param chiSquare at the minimum, with the full covariance
 * @param degreesOfFreedom points less free scalars
 * @param fisherBoundK standard error of T that the target's own errors would leave with a perfect model
 * @param directions eigen-directions of the Fisher matrix, best determined first
 * @param temperatureIdentified whether both ends of the interval lie inside the sampled range
 */
public record ScalarFit(
        List<Scalar> free,
        double[] values,
        double[] standardErrors,
        double[] covariance,
        double lowK,
        double highK,
        double chiSquare,
        int degreesOfFreedom,
        double fisherBoundK,
        List<Direction> directions,
        boolean temperatureIdentified) {
    private static final double MOST_DEVIATIONS = 5;

    /**
     * One combination of scalars, each in units of its own size (T in T, strain in 1 %, scale in itself, background in the mean
     * intensity).
     *
     * @param weights unit vector over the free scalars
     * @param standardError of the combination in those units: below 0.1 the pattern says something of it, above 1 nothing
     */
    public record Direction(double[] weights, double standardError) {}

    /**
     * The same with a wider interval of T, for a potential whose energy scale is known to a relative error only: a pattern of a liquid at a given
     * density determines the ratio of T to that scale (law of corresponding states; Pitzer, J. Chem. Phys. 7, 583 (1939)), so that T
     * has the relative error of the scale besides. Errors add in quadrature.
     *
     * @param relative standard error of the scale
     * @param lowestK end of the sampled range
     * @param highestK its other end
     */
    public ScalarFit withEnergyScaleError(double relative, double lowestK, double highestK) {
        double kelvin = value(Scalar.TEMPERATURE);
        double more = 1.96 * relative * kelvin;
        double low = Math.max(lowestK, kelvin - Math.hypot(kelvin - lowK, more));
        double high = Math.min(highestK, kelvin + Math.hypot(highK - kelvin, more));
        return new ScalarFit(
                free,
                values,
                standardErrors,
                covariance,
                low,
                high,
                chiSquare,
                degreesOfFreedom,
                fisherBoundK,
                directions,
                temperatureIdentified && low > lowestK && high < highestK);
    }

    public double value(Scalar scalar) {
        int at = free.indexOf(scalar);
        return at >= 0 ? values[at] : scalar == Scalar.SCALE ? 1 : 0;
    }

    public double reducedChiSquare() {
        return chiSquare / degreesOfFreedom;
    }

    /** Standard deviation of chi2/(n - p) where the model is right: that of the chi-square distribution. */
    public double reducedChiSquareScatter() {
        return Math.sqrt(2.0 / degreesOfFreedom);
    }

    /** Whether the model can have made this pattern: chi2/(n - p) at most five of its standard deviations above 1. Without that its interval means nothing. */
    public boolean explainsThePattern() {
        return reducedChiSquare() <= 1 + MOST_DEVIATIONS * reducedChiSquareScatter();
    }
}
