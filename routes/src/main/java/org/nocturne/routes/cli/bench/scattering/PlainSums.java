package org.nocturne.routes.cli.bench.scattering;

import org.nocturne.core.structure.Structure;

/** Sums over pairs as the formula says them, to compare with: one species, one sine for each pair and q, nothing tabulated. */
final class PlainSums {
    private PlainSums() {}

    /**
     * S(q) of minimum images up to a sharp end: 1 + (2/N) sum_{i<j} j0(q r) - 4 pi rho (sin qR - qR cos qR)/q^3 (Faber and Ziman with the integral
     * of the uniform gas taken to R).
     *
     * @param q above 0
     */
    static double[] structureFactor(Structure structure, double rMax, double[] q) {
        int n = structure.size();
        double[] sum = new double[q.length];
        double[] d = new double[3];
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                d[0] = structure.x(i) - structure.x(j);
                d[1] = structure.y(i) - structure.y(j);
                d[2] = structure.z(i) - structure.z(j);
                structure.cell().minimumImage(d);
                double r = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
                for (int k = 0; k < q.length && r < rMax; k++) {
                    sum[k] += Math.sin(q[k] * r) / (q[k] * r);
                }
            }
        }
        for (int k = 0; k < q.length; k++) {
            double x = q[k] * rMax;
            double uniform =
                    4 * Math.PI * structure.numberDensity() * (Math.sin(x) - x * Math.cos(x)) / Math.pow(q[k], 3);
            sum[k] = 1 + 2 * sum[k] / n - uniform;
        }
        return sum;
    }

    /** Greatest difference over the greatest value of what is right. */
    static double errorOverMax(double[] found, double[] right) {
        double most = 0;
        double difference = 0;
        for (int k = 0; k < right.length; k++) {
            most = Math.max(most, Math.abs(right[k]));
            difference = Math.max(difference, Math.abs(found[k] - right[k]));
        }
        return difference / most;
    }
}
