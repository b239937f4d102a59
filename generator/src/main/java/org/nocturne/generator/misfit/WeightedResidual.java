package org.nocturne.generator.misfit;

import java.util.Arrays;
import org.nocturne.core.spectrum.Spectrum;

/** What Rwp and chi2 share: the weighted residual of a target after the best adjustment. Unit weights where no errors are stated. */
final class WeightedResidual {
    private final double[] measured;
    private final double[] weight;
    private final Adjustment adjustment;

    WeightedResidual(Spectrum target, Adjustment adjustment) {
        this.adjustment = adjustment;
        measured = target.intensity();
        weight = weights(target);
    }

    private static double[] weights(Spectrum target) {
        if (!target.hasSigma()) {
            double[] unit = new double[target.size()];
            Arrays.fill(unit, 1);
            return unit;
        }
        return Arrays.stream(target.sigma()).map(sigma -> 1 / (sigma * sigma)).toArray();
    }

    int points() {
        return measured.length;
    }

    ScaleAndBackground fit(double[] calculated) {
        if (calculated.length != measured.length) {
            throw new IllegalArgumentException("target has " + measured.length + " points but the calculated pattern "
                    + calculated.length + "; both need one grid");
        }
        return ScaleAndBackground.fit(measured, calculated, weight, adjustment);
    }

    /** sum w (y - s c - b)^2 at the best s and b. */
    double square(double[] calculated) {
        ScaleAndBackground best = fit(calculated);
        double sum = 0;
        for (int k = 0; k < measured.length; k++) {
            double residual = measured[k] - best.scale() * calculated[k] - best.background();
            sum += weight[k] * residual * residual;
        }
        return sum;
    }

    /** d square / d c: s and b stand at their minimum, so they contribute nothing. */
    double[] slope(double[] calculated) {
        ScaleAndBackground best = fit(calculated);
        double[] out = new double[measured.length];
        for (int k = 0; k < out.length; k++) {
            double residual = measured[k] - best.scale() * calculated[k] - best.background();
            out[k] = -2 * weight[k] * best.scale() * residual;
        }
        return out;
    }

    double measuredSquare() {
        double sum = 0;
        for (int k = 0; k < measured.length; k++) {
            sum += weight[k] * measured[k] * measured[k];
        }
        return sum;
    }
}
