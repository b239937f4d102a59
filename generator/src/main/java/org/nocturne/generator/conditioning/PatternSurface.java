package org.nocturne.generator.conditioning;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The ensemble's mean pattern as a smooth function of temperature: at each grid point the logarithm of the mean intensity is a
 * polynomial in T, by least squares over the sampled temperatures. A Debye-Waller factor exp(-c T) is a straight line in it, and
 * the same linear smoother serves every grid point, so the error of the surface has the thermal covariance's few components.
 */
public final class PatternSurface {
    private final double[] temperatures;
    private final double middle;
    private final double half;
    private final int degree;
    private final DMatrixRMaj smoother;
    private final double[][] logarithms;
    private final ThermalCovariance covariance;
    private final int[] members;

    /**
     * @param samples at distinct temperatures, one grid
     * @param degree of the polynomial, below the number of temperatures
     * @param q grid of the patterns, 1/angstrom
     * @param lengthPerAngstrom how far fluctuations of one configuration are correlated along the grid: a few times the resolution
     * @throws IllegalArgumentException if a mean intensity is not above 0
     */
    public PatternSurface(List<PatternSample> samples, int degree, double[] q, double lengthPerAngstrom) {
        if (samples.size() <= degree) {
            throw new IllegalArgumentException("a polynomial of degree " + degree + " in T needs more than " + degree
                    + " temperatures; found are " + samples.size());
        }
        this.degree = degree;
        temperatures =
                samples.stream().mapToDouble(s -> s.temperature().value()).toArray();
        double low = java.util.Arrays.stream(temperatures).min().orElseThrow();
        double high = java.util.Arrays.stream(temperatures).max().orElseThrow();
        middle = (low + high) / 2;
        half = (high - low) / 2;
        members = samples.stream().mapToInt(s -> s.patterns().size()).toArray();
        logarithms = new double[samples.size()][];
        for (int j = 0; j < samples.size(); j++) {
            logarithms[j] = logarithm(samples.get(j));
        }
        covariance = new ThermalCovariance(samples, q, lengthPerAngstrom);
        smoother = smoother();
    }

    private static double[] logarithm(PatternSample sample) {
        double[] mean = sample.mean();
        for (int k = 0; k < mean.length; k++) {
            if (!(mean[k] > 0)) {
                throw new IllegalArgumentException("mean intensity at " + sample.temperature() + ", grid point "
                        + (k + 1) + ", is " + mean[k] + "; it must be above 0");
            }
            mean[k] = Math.log(mean[k]);
        }
        return mean;
    }

    /** (A^T A)^-1 A^T of the polynomial design A. */
    private DMatrixRMaj smoother() {
        DMatrixRMaj design = new DMatrixRMaj(temperatures.length, degree + 1);
        for (int j = 0; j < temperatures.length; j++) {
            double[] powers = powers(temperatures[j]);
            for (int p = 0; p <= degree; p++) {
                design.set(j, p, powers[p]);
            }
        }
        DMatrixRMaj out = new DMatrixRMaj(degree + 1, temperatures.length);
        CommonOps_DDRM.pinv(design, out);
        return out;
    }

    private double[] powers(double kelvin) {
        double x = (kelvin - middle) / half;
        double[] out = new double[degree + 1];
        out[0] = 1;
        for (int p = 1; p <= degree; p++) {
            out[p] = out[p - 1] * x;
        }
        return out;
    }

    public double lowestK() {
        return middle - half;
    }

    public double highestK() {
        return middle + half;
    }

    public int points() {
        return logarithms[0].length;
    }

    /** Mean pattern at a temperature within the sampled range. */
    public double[] at(double kelvin) {
        double[] weights = weights(kelvin);
        double[] out = new double[points()];
        for (int k = 0; k < out.length; k++) {
            double sum = 0;
            for (int j = 0; j < weights.length; j++) {
                sum += weights[j] * logarithms[j][k];
            }
            out[k] = Math.exp(sum);
        }
        return out;
    }

    /** Adds the covariance of the mean over some configurations at a temperature, taken from the nearest sampled one. */
    void addThermal(DMatrixRMaj to, double kelvin, double configurations, double scale) {
        int nearest = 0;
        for (int j = 1; j < temperatures.length; j++) {
            if (Math.abs(temperatures[j] - kelvin) < Math.abs(temperatures[nearest] - kelvin)) {
                nearest = j;
            }
        }
        covariance.addTo(to, nearest, at(kelvin), scale * scale / configurations);
    }

    /** Adds the covariance of the surface itself at a temperature, from the finite samples it was made of. */
    void addError(DMatrixRMaj to, double kelvin, double scale) {
        double[] here = at(kelvin);
        double[] weights = weights(kelvin);
        for (int j = 0; j < temperatures.length; j++) {
            covariance.addTo(to, j, here, scale * scale * weights[j] * weights[j] / members[j]);
        }
    }

    private double[] weights(double kelvin) {
        double[] powers = powers(kelvin);
        double[] out = new double[temperatures.length];
        for (int j = 0; j < out.length; j++) {
            for (int p = 0; p <= degree; p++) {
                out[j] += powers[p] * smoother.get(p, j);
            }
        }
        return out;
    }
}
