package org.nocturne.core.crystal;

import org.nocturne.core.structure.Structure;

/** Displacements u = x - X of a thermal configuration out of its inherent structure. */
public final class Displacements {
    private Displacements() {}

    /** 3N components in angstrom: minimum image on u, centre of mass removed (all atoms weigh the same here). */
    public static double[] of(Structure inherent, Structure thermal) {
        int n = inherent.size();
        double[] u = new double[3 * n];
        double[] d = new double[3];
        double[] mean = new double[3];
        for (int i = 0; i < n; i++) {
            d[0] = thermal.x(i) - inherent.x(i);
            d[1] = thermal.y(i) - inherent.y(i);
            d[2] = thermal.z(i) - inherent.z(i);
            inherent.cell().minimumImage(d);
            for (int k = 0; k < 3; k++) {
                u[3 * i + k] = d[k];
                mean[k] += d[k] / n;
            }
        }
        for (int k = 0; k < u.length; k++) {
            u[k] -= mean[k % 3];
        }
        return u;
    }

    /** Mean square displacement between two configurations with unwrapped positions, without the drift of the whole, angstrom^2. */
    public static double meanSquareUnwrapped(Structure from, Structure to) {
        double[] x = from.xyzAngstrom();
        double[] y = to.xyzAngstrom();
        double[] mean = new double[3];
        double square = 0;
        int n = from.size();
        for (int k = 0; k < x.length; k++) {
            double d = y[k] - x[k];
            mean[k % 3] += d / n;
            square += d * d / n;
        }
        return square - mean[0] * mean[0] - mean[1] * mean[1] - mean[2] * mean[2];
    }

    /** Mean over atoms of |u|^2, angstrom^2. */
    public static double meanSquare(double[] u) {
        double sum = 0;
        for (double component : u) {
            sum += component * component;
        }
        return 3 * sum / u.length;
    }
}
