package org.nocturne.generator.scattering;

import org.nocturne.core.structure.Element;

/**
 * X-ray form factors of the neutral atoms H to U: f(s) = sum_k a_k exp(-b_k s^2) + c with s = q/(4 pi), for q up to 75 1/angstrom
 * (Waasmaier and Kirfel, Acta Cryst. A51, 416, 1995, equation 2 and Table 1). Anomalous dispersion is left out.
 */
public final class WaasmaierKirfel {
    private static final ElementTable TABLE =
            new ElementTable("waasmaier-kirfel-1995.txt", "X-ray form factors (Waasmaier and Kirfel 1995, H to U)", 11);

    private WaasmaierKirfel() {}

    public static boolean has(Element element) {
        return TABLE.has(element);
    }

    /**
     * Form factor in electrons.
     *
     * @throws IllegalArgumentException if the table has no such element
     */
    public static double formFactor(Element element, double qPerAngstrom) {
        double[] row = TABLE.row(element);
        double s = qPerAngstrom / (4 * Math.PI);
        double f = row[10];
        for (int k = 0; k < 5; k++) {
            f += row[2 * k] * Math.exp(-row[2 * k + 1] * s * s);
        }
        return f;
    }
}
