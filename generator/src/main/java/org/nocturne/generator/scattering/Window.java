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
}
