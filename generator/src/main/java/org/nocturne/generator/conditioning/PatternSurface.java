package org.nocturne.generator.conditioning;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The ensemble's mean pattern as a smooth function of temperature: at each grid point the logarithm of the mean intensity is a + b T +
 * c log T + d T^2, by least squares over the sampled temperatures, with as many terms as they determine. A Debye-Waller factor exp(-b T)
 * and diffuse scattering that grows as T^c are exact in it; with a polynomial in T alone, temperatures of silicon were read off up to
 * three per cent wrong. The same linear smoother serves every grid point.
 */
public final class PatternSurface {
    public static final int MOST_TERMS = 4;

    private final double[] temperatures;
    private final double low;
    private final double high;
    private final int terms;
    private final DMatrixRMaj smoother;
    private final double[][] logarithms;
    private final ThermalCovariance covariance;
    private final int[] members;

    /**
     * @param samples at distinct temperatures, one grid
     * @param terms of a + b T + c log T + d T^2, at most as many as there are temperatures
     * @param q grid of the patterns, 1/angstrom
     * @param lengthPerAngstrom how far fluctuations of one configuration are correlated along the grid: a few times the resolution
     * @throws IllegalArgumentException if a mean intensity is not above 0
     */
    public PatternSurface(List<PatternSample> samples, int terms, double[] q, double lengthPerAngstrom) {
        if (samples.size() < terms || terms < 2 || terms > MOST_TERMS) {
            throw new IllegalArgumentException("a surface of " + terms + " terms over " + samples.size()
                    + " temperatures; wanted are 2 to 4 terms, and at least as many temperatures");
        }
        this.terms = terms;
        temperatures =
                samples.stream().mapToDouble(s -> s.temperature().value()).toArray();
        low = java.util.Arrays.stream(temperatures).min().orElseThrow();
        high = java.util.Arrays.stream(temperatures).max().orElseThrow();
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

    /** (A^T A)^-1 A^T of the design A. */
    private DMatrixRMaj smoother() {
        DMatrixRMaj design = new DMatrixRMaj(temperatures.length, terms);
        for (int j = 0; j < temperatures.length; j++) {
            double[] basis = basis(temperatures[j]);
            for (int p = 0; p < terms; p++) {
                design.set(j, p, basis[p]);
            }
        }
        DMatrixRMaj out = new DMatrixRMaj(terms, temperatures.length);
        CommonOps_DDRM.pinv(design, out);
        return out;
    }

    private double[] basis(double kelvin) {
        double t = 2 * kelvin / (low + high);
        return new double[] {1, t, Math.log(t), t * t};
    }

    public double lowestK() {
        return low;
    }

    public double highestK() {
        return high;
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
        double[] basis = basis(kelvin);
        double[] out = new double[temperatures.length];
        for (int j = 0; j < out.length; j++) {
            for (int p = 0; p < terms; p++) {
                out[j] += basis[p] * smoother.get(p, j);
            }
        }
        return out;
    }
}
