package org.nocturne.generator.scattering;

/** exp(2 pi i h s) of every atom for one fractional coordinate s and h from 0 to a limit: [h][atom]. */
final class PhaseTable {
    final int limit;
    final double[][] cos;
    final double[][] sin;

    PhaseTable(double[] fractional, int[] order, int component, int limit) {
        this.limit = limit;
        cos = new double[limit + 1][order.length];
        sin = new double[limit + 1][order.length];
        for (int n = 0; n < order.length; n++) {
            double s = fractional[3 * order[n] + component];
            double phase = 2 * Math.PI * (s - Math.rint(s)); // small phases keep all their digits
            for (int h = 0; h <= limit; h++) {
                cos[h][n] = Math.cos(h * phase);
                sin[h][n] = Math.sin(h * phase);
            }
        }
    }

    /** exp of h from this table times exp of k, which may be negative, from the other. */
    void product(PhaseTable other, int h, int k, double[] outCos, double[] outSin) {
        double[] c1 = cos[h];
        double[] s1 = sin[h];
        double[] c2 = other.cos[Math.abs(k)];
        double[] s2 = other.sin[Math.abs(k)];
        double sign = k < 0 ? -1 : 1;
        for (int n = 0; n < outCos.length; n++) {
            outCos[n] = c1[n] * c2[n] - sign * s1[n] * s2[n];
            outSin[n] = s1[n] * c2[n] + sign * c1[n] * s2[n];
        }
    }

    /** One of the tables transposed and flat: [atom * (limit + 1) + h]. */
    double[] byAtom(double[][] table) {
        double[] out = new double[table[0].length * (limit + 1)];
        for (int n = 0; n < table[0].length; n++) {
            for (int h = 0; h <= limit; h++) {
                out[n * (limit + 1) + h] = table[h][n];
            }
        }
        return out;
    }
}
