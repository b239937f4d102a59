package org.nocturne.generator.misfit;

/**
 * The scale s and flat background b that minimise sum w (y - s c - b)^2: the normal equations of weighted linear least squares, about
 * the weighted means so that a large background costs no digits.
 */
public record ScaleAndBackground(double scale, double background) {

    /**
     * The best of what the adjustment leaves free.
     *
     * @param measured y, n points
     * @param calculated c, n points
     * @param weight w = 1/sigma^2, n points
     * @throws IllegalArgumentException if c is zero everywhere, or, with a background, constant: then s and b say the same
     */
    public static ScaleAndBackground fit(
            double[] measured, double[] calculated, double[] weight, Adjustment adjustment) {
        return switch (adjustment) {
            case NONE -> new ScaleAndBackground(1, 0);
            case SCALE -> scale(measured, calculated, weight);
            case SCALE_AND_BACKGROUND -> both(measured, calculated, weight);
        };
    }

    private static ScaleAndBackground scale(double[] y, double[] c, double[] w) {
        double cc = product(w, c, c, 0, 0);
        if (!(cc > 0) || Double.isInfinite(cc)) {
            throw new IllegalArgumentException(
                    "the scale cannot be determined: sum w c^2 of the calculated pattern is " + cc);
        }
        return new ScaleAndBackground(product(w, y, c, 0, 0) / cc, 0);
    }

    private static ScaleAndBackground both(double[] y, double[] c, double[] w) {
        double sum = 0;
        double yMean = 0;
        double cMean = 0;
        for (int k = 0; k < w.length; k++) {
            sum += w[k];
            yMean += w[k] * y[k];
            cMean += w[k] * c[k];
        }
        yMean /= sum;
        cMean /= sum;
        double variance = product(w, c, c, cMean, cMean);
        if (!(variance > 1e-20 * (variance + sum * cMean * cMean)) || Double.isInfinite(variance)) {
            throw new IllegalArgumentException("scale and background cannot be told apart: the calculated pattern is"
                    + " constant (" + cMean + ") over the " + w.length + " points of the target");
        }
        double scale = product(w, y, c, yMean, cMean) / variance;
        return new ScaleAndBackground(scale, yMean - scale * cMean);
    }

    private static double product(double[] w, double[] a, double[] b, double aMean, double bMean) {
        double sum = 0;
        for (int k = 0; k < w.length; k++) {
            sum += w[k] * (a[k] - aMean) * (b[k] - bMean);
        }
        return sum;
    }

    public double[] apply(double[] calculated) {
        double[] out = new double[calculated.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = scale * calculated[k] + background;
        }
        return out;
    }
}
