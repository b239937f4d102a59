package org.nocturne.generator.conditioning;

import java.util.List;
import org.nocturne.core.structure.Kelvin;

/**
 * Patterns of independent thermal configurations at one temperature.
 *
 * @param patterns one for each configuration, on one grid
 */
public record PatternSample(Kelvin temperature, List<double[]> patterns) {

    public PatternSample {
        patterns = List.copyOf(patterns);
        if (patterns.size() < 2) {
            throw new IllegalArgumentException("a sample of " + patterns.size()
                    + " patterns has no spread; at least 2 configurations at " + temperature + " are wanted");
        }
    }

    /** Over the configurations. */
    public double[] mean() {
        double[] out = new double[patterns.get(0).length];
        for (double[] pattern : patterns) {
            for (int k = 0; k < out.length; k++) {
                out[k] += pattern[k] / patterns.size();
            }
        }
        return out;
    }

    /** Rows d with sum d d^T the covariance of one configuration's pattern. */
    double[][] deviations() {
        double[] mean = mean();
        double norm = 1 / Math.sqrt(patterns.size() - 1);
        double[][] out = new double[patterns.size()][mean.length];
        for (int m = 0; m < out.length; m++) {
            for (int k = 0; k < mean.length; k++) {
                out[m][k] = norm * (patterns.get(m)[k] - mean[k]);
            }
        }
        return out;
    }
}
