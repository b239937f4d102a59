package org.nocturne.generator.scattering;

import java.util.Arrays;

/** Spreads lines at |G| over a grid of q as normalised Gaussians, and reads a function of the grid back through the same Gaussians. */
final class PowderProfile {
    /** Gaussians end here: what is cut off is 2e-11 of its height. */
    static final double REACH_SIGMAS = 7;

    private final double[] q;
    private final Resolution resolution;

    PowderProfile(double[] q, Resolution resolution) {
        this.q = q;
        this.resolution = resolution;
        for (double point : q) {
            double sigma = resolution.sigmaPerAngstrom(point);
            if (!(sigma > 0)) {
                throw new IllegalArgumentException("k-points need a resolution above 0; sigma is " + sigma
                        + " 1/angstrom at q " + point + ". About 2 pi/(5 L) for a cell of edge L is a good start");
            }
        }
    }

    /** The largest |G| that the grid still sees. */
    double gLimit() {
        double last = q[q.length - 1];
        return last + REACH_SIGMAS * resolution.sigmaPerAngstrom(last);
    }

    /** The narrowest of the widths on the grid, 1/angstrom. */
    double narrowest() {
        return Arrays.stream(q).map(resolution::sigmaPerAngstrom).min().orElseThrow();
    }

    /** Lines beyond the grid have the width at its end: an instrument's law need not reach further. */
    private double sigmaOfLine(double g) {
        return resolution.sigmaPerAngstrom(Math.min(g, q[q.length - 1]));
    }

    /** out(q) += weight g(q - |G|). */
    void spread(double g, double weight, double[] out) {
        double sigma = sigmaOfLine(g);
        double height = weight / (sigma * Math.sqrt(2 * Math.PI));
        for (int k = firstAbove(g - REACH_SIGMAS * sigma); k < q.length && q[k] < g + REACH_SIGMAS * sigma; k++) {
            double x = (q[k] - g) / sigma;
            out[k] += height * Math.exp(-0.5 * x * x);
        }
    }

    /** sum_k c_k g(q_k - |G|). */
    double collect(double g, double[] c) {
        double sigma = sigmaOfLine(g);
        double sum = 0;
        for (int k = firstAbove(g - REACH_SIGMAS * sigma); k < q.length && q[k] < g + REACH_SIGMAS * sigma; k++) {
            double x = (q[k] - g) / sigma;
            sum += c[k] * Math.exp(-0.5 * x * x);
        }
        return sum / (sigma * Math.sqrt(2 * Math.PI));
    }

    private int firstAbove(double low) {
        int at = Arrays.binarySearch(q, low);
        return at >= 0 ? at : -at - 1;
    }
}
