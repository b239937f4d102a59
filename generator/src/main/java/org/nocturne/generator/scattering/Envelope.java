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

    private double damping(double r) {
        double x = sigmaPerAngstrom * r;
        return Math.exp(-0.5 * x * x);
    }
}
