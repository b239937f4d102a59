package org.nocturne.generator.scattering;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The window by which a point is spread over a mesh, exp(beta (sqrt(1 - z^2) - 1)) for |z| up to 1, and its Fourier transform (Barnett, Magland and af
 * Klinteberg, SIAM J. Sci. Comput. 41, C479, 2019: "exponential of semicircle"). Over {@value #WIDTH} mesh points, with a mesh that has at
 * least 1.5 points for each wave, the error is of the order exp(-pi WIDTH sqrt(1 - 1/1.5)) = 4e-10 of the sum of all magnitudes (by their bound).
 */
final class SpreadKernel {
    static final int WIDTH = 12;
    private static final double OVERSAMPLING = 1.5;
    /** Just below pi WIDTH (1 - 1/(2 OVERSAMPLING)), where the transform of the window has its edge. */
    private static final double BETA = 0.97 * Math.PI * WIDTH * (1 - 1 / (2 * OVERSAMPLING));

    private static final GaussIntegrator QUADRATURE = new GaussIntegratorFactory().legendre(60, 0, 1);

    private SpreadKernel() {}

    /** Points of a mesh that carries the waves from -limit to limit: a product of small primes, which the transform likes. */
    static int points(int limit) {
        int n = Math.max((int) Math.ceil(OVERSAMPLING * (2 * limit + 1)), 2 * WIDTH);
        while (!isSmooth(n)) {
            n++;
        }
        return n;
    }

    private static boolean isSmooth(int n) {
        int rest = n;
        for (int prime : new int[] {2, 3, 5}) {
            while (rest % prime == 0) {
                rest /= prime;
            }
        }
        return rest == 1;
    }

    /**
     * The weights of the WIDTH mesh points around a place.
     *
     * @param at in mesh spacings
     * @return the first of the points, which may lie before the mesh
     */
    static int weights(double at, double[] out, int from) {
        int first = (int) Math.ceil(at - WIDTH / 2.0);
        for (int k = 0; k < WIDTH; k++) {
            double z = (first + k - at) / (WIDTH / 2.0);
            out[from + k] = Math.exp(BETA * (Math.sqrt(Math.max(0, 1 - z * z)) - 1));
        }
        return first;
    }

    /** How the weights change with the place, per mesh spacing. */
    static void slopes(double at, double[] out, int from) {
        int first = (int) Math.ceil(at - WIDTH / 2.0);
        for (int k = 0; k < WIDTH; k++) {
            double z = (first + k - at) / (WIDTH / 2.0);
            double root = Math.sqrt(Math.max(0, 1 - z * z));
            out[from + k] = root < 1e-6 ? 0 : BETA * z / root * Math.exp(BETA * (root - 1)) / (WIDTH / 2.0);
        }
    }

    /** Reciprocals of the transform of the window at the waves from 0 to a limit, by which what a mesh gives is multiplied. */
    static double[] corrections(int limit, int points) {
        double[] out = new double[limit + 1];
        for (int k = 0; k <= limit; k++) {
            double phase = Math.PI * WIDTH * k / points;
            out[k] = 1
                    / (WIDTH
                            * QUADRATURE.integrate(
                                    z -> Math.exp(BETA * (Math.sqrt(1 - z * z) - 1)) * Math.cos(phase * z)));
        }
        return out;
    }
}
