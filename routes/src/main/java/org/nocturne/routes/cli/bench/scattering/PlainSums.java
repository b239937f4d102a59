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

    /**
     * S(q) of a periodic cell from each of its reciprocal vectors, 2 pi^2/(V q^2) sum over G of |sum_i exp(i G.r_i)|^2/N g(q - |G|) with a normalised
     * Gaussian g (Warren, X-ray Diffraction, 1969, chapter 3).
     *
     * @param q above 0, rising
     */
    static double[] kPoints(Structure structure, double sigma, double[] q) {
        double[] b = structure.cell().reciprocalRows();
        double most = q[q.length - 1] + 8 * sigma;
        double[] a = structure.cell().rows();
        int[] limit = new int[3];
        for (int vector = 0; vector < 3; vector++) {
            double edge = Math.hypot(Math.hypot(a[3 * vector], a[3 * vector + 1]), a[3 * vector + 2]);
            limit[vector] = (int) Math.ceil(most * edge / (2 * Math.PI));
        }
        double[] sum = new double[q.length];
        for (int h = -limit[0]; h <= limit[0]; h++) {
            for (int k = -limit[1]; k <= limit[1]; k++) {
                for (int l = -limit[2]; l <= limit[2]; l++) {
                    double x = h * b[0] + k * b[3] + l * b[6];
                    double y = h * b[1] + k * b[4] + l * b[7];
                    double z = h * b[2] + k * b[5] + l * b[8];
                    double length = Math.sqrt(x * x + y * y + z * z);
                    if (length > 0 && length < most) {
                        addLine(length, square(structure, x, y, z), sigma, q, sum);
                    }
                }
            }
        }
        for (int p = 0; p < q.length; p++) {
            sum[p] *= 2 * Math.PI * Math.PI / (structure.cell().volume() * q[p] * q[p]);
        }
        return sum;
    }

    private static double square(Structure structure, double x, double y, double z) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < structure.size(); i++) {
            double phase = x * structure.x(i) + y * structure.y(i) + z * structure.z(i);
            re += Math.cos(phase);
            im += Math.sin(phase);
        }
        return (re * re + im * im) / structure.size();
    }

    private static void addLine(double length, double s, double sigma, double[] q, double[] sum) {
        for (int p = 0; p < q.length; p++) {
            double t = (q[p] - length) / sigma;
            sum[p] += s * Math.exp(-t * t / 2) / (sigma * Math.sqrt(2 * Math.PI));
        }
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
