package org.nocturne.core.model;

import java.util.List;
import org.nocturne.core.structure.Kelvin;

/**
 * How much longer the edges of a cubic crystal's mean cell are at T than those of the structure the model was fitted around: a
 * polynomial in T/1000 K. No coefficients at all are a cell that is the same at every temperature.
 *
 * @param coefficients of (T/1000 K)^0, ^1, ^2 ...
 * @param covariance of the coefficients, row after row
 */
public record ThermalStrain(List<Double> coefficients, List<Double> covariance) {
    public static final ThermalStrain NONE = new ThermalStrain(List.of(), List.of());

    public ThermalStrain {
        coefficients = List.copyOf(coefficients);
        covariance = List.copyOf(covariance);
        if (covariance.size() != coefficients.size() * coefficients.size()) {
            throw new IllegalArgumentException("a strain of " + coefficients.size() + " coefficients has "
                    + covariance.size() + " covariances; " + coefficients.size() * coefficients.size() + " are wanted");
        }
    }

    /** Whether the cell is the same at every temperature. */
    public boolean fixed() {
        return coefficients.isEmpty();
    }

    /** Relative change of the edges, dimensionless. */
    public double at(Kelvin temperature) {
        double t = temperature.value() / 1000;
        double sum = 0;
        for (int k = coefficients.size() - 1; k >= 0; k--) {
            sum = t * sum + coefficients.get(k);
        }
        return sum;
    }

    /** Its standard error. */
    public double errorAt(Kelvin temperature) {
        double t = temperature.value() / 1000;
        double sum = 0;
        int n = coefficients.size();
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                sum += Math.pow(t, a + b) * covariance.get(a * n + b);
            }
        }
        return Math.sqrt(Math.max(0, sum));
    }

    /** The factor by which edges and positions grow. */
    public double factor(Kelvin temperature) {
        return 1 + at(temperature);
    }
}
