package org.nocturne.generator.scattering;

/**
 * The weight of a pair at distance r: the window times exp(-sigma^2 r^2/2). The Gaussian factor is the exact counterpart of
 * convolving q (I - self) with a Gaussian of that sigma in q.
 */
record Envelope(Window window, double rMaxAngstrom, double sigmaPerAngstrom) {

    /** All pairs, whole. */
    static final Envelope NONE = new Envelope(Window.NONE, Double.POSITIVE_INFINITY, 0);

    static Envelope damped(double sigmaPerAngstrom) {
        return new Envelope(Window.NONE, Double.POSITIVE_INFINITY, sigmaPerAngstrom);
    }

    boolean isFlat() {
        return window == Window.NONE && sigmaPerAngstrom == 0;
    }

    double at(double r) {
        return isFlat() ? 1 : window.at(r, rMaxAngstrom) * damping(r);
    }

    double slope(double r) {
        return isFlat()
                ? 0
                : (window.slope(r, rMaxAngstrom) - sigmaPerAngstrom * sigmaPerAngstrom * r * window.at(r, rMaxAngstrom))
                        * damping(r);
    }

    /**
     * Value and three derivatives at r, by the product rule from those of window and damping.
     *
     * @param out of length 4
     */
    void taylor(double r, double[] out) {
        double[] w = new double[4];
        window.taylor(r, rMaxAngstrom, w);
        double a = sigmaPerAngstrom * sigmaPerAngstrom;
        double g = damping(r);
        double g1 = -a * r * g;
        double g2 = -a * (g + r * g1);
        double g3 = -a * (2 * g1 + r * g2);
        out[0] = w[0] * g;
        out[1] = w[1] * g + w[0] * g1;
        out[2] = w[2] * g + 2 * w[1] * g1 + w[0] * g2;
        out[3] = w[3] * g + 3 * w[2] * g1 + 3 * w[1] * g2 + w[0] * g3;
    }

    private double damping(double r) {
        double x = sigmaPerAngstrom * r;
        return Math.exp(-0.5 * x * x);
    }
}
