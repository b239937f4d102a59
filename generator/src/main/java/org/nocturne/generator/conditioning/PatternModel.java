package org.nocturne.generator.conditioning;

import java.util.List;
import org.hipparchus.analysis.interpolation.SplineInterpolator;
import org.hipparchus.analysis.polynomials.PolynomialSplineFunction;

/**
 * The computed pattern as a function of the scalars: y(q) = s I(q (1 + strain); T) + b. A lattice that is larger by the strain has its
 * peaks at q / (1 + strain). The instrument's resolution is taken to stretch with it, which at strains below 1 % is far below it.
 */
final class PatternModel {
    private final PatternSurface surface;
    private final double[] q;
    private final List<Scalar> free;
    private final double fixedTemperatureK;

    /**
     * @param surface on the grid {@code q}
     * @param fixedTemperatureK where the temperature is not free
     */
    PatternModel(PatternSurface surface, double[] q, List<Scalar> free, double fixedTemperatureK) {
        this.surface = surface;
        this.q = q;
        this.free = free;
        this.fixedTemperatureK = fixedTemperatureK;
    }

    double of(double[] parameters, Scalar scalar) {
        int at = free.indexOf(scalar);
        if (at >= 0) {
            return parameters[at];
        }
        return switch (scalar) {
            case TEMPERATURE -> fixedTemperatureK;
            case SCALE -> 1;
            case STRAIN, BACKGROUND -> 0;
        };
    }

    double[] at(double[] parameters) {
        double[] out = strained(surface.at(of(parameters, Scalar.TEMPERATURE)), of(parameters, Scalar.STRAIN));
        double scale = of(parameters, Scalar.SCALE);
        double background = of(parameters, Scalar.BACKGROUND);
        for (int k = 0; k < out.length; k++) {
            out[k] = scale * out[k] + background;
        }
        return out;
    }

    /** Derivatives by central differences; column after column of the free scalars. */
    double[][] slopes(double[] parameters) {
        double[][] out = new double[free.size()][];
        for (int p = 0; p < out.length; p++) {
            double step = step(free.get(p), parameters[p]);
            double[] up = parameters.clone();
            double[] down = parameters.clone();
            up[p] += step;
            down[p] -= step;
            double[] above = at(up);
            double[] below = at(down);
            out[p] = new double[above.length];
            for (int k = 0; k < above.length; k++) {
                out[p][k] = (above[k] - below[k]) / (2 * step);
            }
        }
        return out;
    }

    private double step(Scalar scalar, double value) {
        return switch (scalar) {
            case TEMPERATURE -> 1e-3 * (surface.highestK() - surface.lowestK());
            case STRAIN -> 1e-5;
            case SCALE -> 1e-4 * Math.max(1e-12, Math.abs(value));
            case BACKGROUND -> 1e-4 * Math.max(1e-6, Math.abs(value));
        };
    }

    private double[] strained(double[] intensity, double strain) {
        if (strain == 0) {
            return intensity;
        }
        PolynomialSplineFunction spline = new SplineInterpolator().interpolate(q, intensity);
        double[] out = new double[q.length];
        for (int k = 0; k < q.length; k++) {
            double at = q[k] * (1 + strain);
            out[k] = spline.value(Math.min(q[q.length - 1], Math.max(q[0], at)));
        }
        return out;
    }
}
