package org.nocturne.learning.ledger;

import org.nocturne.core.structure.Structure;

/** The three longest waves that fit into a cell: power sum_k |N^(-1/2) sum_i u_i exp(i b_k.X_i)|^2 / 3 over the reciprocal vectors b_k. */
final class LongWaves {
    private final double[][] cosine = new double[3][];
    private final double[][] sine = new double[3][];

    LongWaves(Structure inherent) {
        double[] b = inherent.cell().reciprocalRows();
        int n = inherent.size();
        for (int k = 0; k < 3; k++) {
            cosine[k] = new double[n];
            sine[k] = new double[n];
            for (int i = 0; i < n; i++) {
                double phase = b[3 * k] * inherent.x(i) + b[3 * k + 1] * inherent.y(i) + b[3 * k + 2] * inherent.z(i);
                cosine[k][i] = Math.cos(phase);
                sine[k][i] = Math.sin(phase);
            }
        }
    }

    double amplitude(double[] u) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            for (int axis = 0; axis < 3; axis++) {
                double re = 0;
                double im = 0;
                for (int i = 0; i < u.length / 3; i++) {
                    re += u[3 * i + axis] * cosine[k][i];
                    im += u[3 * i + axis] * sine[k][i];
                }
                sum += re * re + im * im;
            }
        }
        return sum / u.length; // N atoms times three waves
    }
}
