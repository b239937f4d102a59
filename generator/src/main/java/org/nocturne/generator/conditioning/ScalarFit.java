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

    /**
     * One combination of scalars, each in units of its own size (T in T, strain in 1 %, scale in itself, background in the mean
     * intensity).
     *
     * @param weights unit vector over the free scalars
     * @param standardError of the combination in those units: below 0.1 the pattern says something of it, above 1 nothing
     */
    public record Direction(double[] weights, double standardError) {}

    public double value(Scalar scalar) {
        int at = free.indexOf(scalar);
        return at >= 0 ? values[at] : scalar == Scalar.SCALE ? 1 : 0;
    }

    public double reducedChiSquare() {
        return chiSquare / degreesOfFreedom;
    }
}
