package org.nocturne.generator.scattering;

/** How pair sums end at their cut-off Rc. */
public enum Window {
    /** A sharp end: ripples of period 2 pi/Rc in q, peaks keep their height best. */
    NONE,
    /**
     * sin(pi r/Rc)/(pi r/Rc) (Lorch, J. Phys. C 2, 229, 1969): no ripples, but broader and lower peaks; a target has to be sent
     * through the same window before it is compared.
     */
    LORCH;

    /** Below it the series is good to the last digits, above it the differences lose few. */
    private static final double SMALL = 0.01;

    double at(double r, double rc) {
        if (this == NONE || r == 0) {
            return 1;
        }
        double x = Math.PI * r / rc;
        return Math.sin(x) / x;
    }

    double slope(double r, double rc) {
        if (this == NONE || r == 0) {
            return 0;
        }
        double x = Math.PI * r / rc;
        return (Math.cos(x) - Math.sin(x) / x) / r;
    }

    /**
     * Value and three derivatives with respect to r. Of w(x) = sin x/x the first is (cos x - w)/x, and from x w'' + 2 w' + x w = 0 follow the second,
     * -w - 2 w'/x, and the third, -w' - 2 (w'' - w'/x)/x; near 0 by the series.
     *
     * @param out of length 4
     */
    void taylor(double r, double rc, double[] out) {
        double k = this == NONE ? 0 : Math.PI / rc;
        double x = k * r;
        double w = 1 - x * x / 6 * (1 - x * x / 20);
        double w1 = -x / 3 * (1 - x * x / 10);
        double w2 = -1.0 / 3 + x * x / 10 * (1 - 5 * x * x / 84);
        double w3 = x / 5 * (1 - 5 * x * x / 42);
        if (x > SMALL) {
            w = Math.sin(x) / x;
            w1 = (Math.cos(x) - w) / x;
            w2 = -w - 2 * w1 / x;
            w3 = -w1 - 2 * (w2 - w1 / x) / x;
        }
        out[0] = w;
        out[1] = k * w1;
        out[2] = k * k * w2;
        out[3] = k * k * k * w3;
    }
}
