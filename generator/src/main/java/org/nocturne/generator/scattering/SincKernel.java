package org.nocturne.generator.scattering;

/**
 * j0(q r) = sin(q r)/(q r) on a fixed grid of q, exactly. On an even grid sin(q_{k+1} r) = 2 cos(dq r) sin(q_k r) - sin(q_{k-1} r)
 * saves the sines; over k points this loses k eps/sin(dq r), and k^2 eps at most, of j0. It starts afresh every 256 points: 1e-11 at the worst,
 * where atoms coincide, and 1e-12 at the distances of atoms.
 */
final class SincKernel {
    private static final int RENEW_EVERY = 256;

    private final double[] q;
    private final boolean even;

    SincKernel(double[] q) {
        this.q = q;
        this.even = isEven(q);
    }

    private static boolean isEven(double[] q) {
        double step = (q[q.length - 1] - q[0]) / Math.max(1, q.length - 1);
        for (int k = 0; k < q.length; k++) {
            if (Math.abs(q[k] - q[0] - k * step) > 1e-13 * q[q.length - 1]) {
                return false;
            }
        }
        return q.length > 2;
    }

    /** Adds sum_j weight_j sin(q r_j)/r_j to out, for the first n distances, none of them 0; the caller divides by q. */
    void addSines(double[] r, double[] weight, int n, double[] out) {
        double[] now = new double[n];
        if (!even) {
            for (int k = 0; k < q.length; k++) {
                out[k] += startAt(k, r, weight, n, now);
            }
            return;
        }
        double step = q[1] - q[0];
        double[] before = new double[n];
        double[] twoCos = new double[n];
        for (int j = 0; j < n; j++) {
            twoCos[j] = 2 * Math.cos(step * r[j]);
        }
        for (int k = 0; k < q.length; k++) {
            if (k % RENEW_EVERY < 2) {
                double[] swap = before;
                before = now;
                now = swap;
                out[k] += startAt(k, r, weight, n, now);
            } else {
                step(twoCos, now, before, n);
                double[] swap = before;
                before = now;
                now = swap;
                out[k] += sum(now, n);
            }
        }
    }

    private double startAt(int k, double[] r, double[] weight, int n, double[] now) {
        for (int j = 0; j < n; j++) {
            now[j] = weight[j] * Math.sin(q[k] * r[j]) / r[j];
        }
        return sum(now, n);
    }

    private static void step(double[] twoCos, double[] now, double[] before, int n) {
        for (int j = 0; j < n; j++) {
            before[j] = twoCos[j] * now[j] - before[j];
        }
    }

    /** Four running sums: one alone would wait for each addition. */
    private static double sum(double[] x, int n) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int j = 0;
        for (; j + 3 < n; j += 4) {
            a += x[j];
            b += x[j + 1];
            c += x[j + 2];
            d += x[j + 3];
        }
        for (; j < n; j++) {
            a += x[j];
        }
        return a + b + (c + d);
    }

    /** sum_k c_k j0(q_k r) in out[0] and its derivative with respect to r in out[1]; r is not 0. */
    void valueAndSlope(double[] c, double r, double[] out) {
        double atZero = 0;
        double a0 = 0;
        double a1 = 0;
        for (int k = 0; k < q.length; k++) {
            if (q[k] == 0) {
                atZero = c[k];
                continue;
            }
            a0 += c[k] * Math.sin(q[k] * r) / q[k];
            a1 += c[k] * Math.cos(q[k] * r);
        }
        out[0] = atZero + a0 / r;
        out[1] = (a1 - a0 / r) / r;
    }
}
