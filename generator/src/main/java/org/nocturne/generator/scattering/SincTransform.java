package org.nocturne.generator.scattering;

/**
 * Sums of j0(q r) = sin(q r)/(q r) over histograms and, backwards, sums over q as tables in r. With m0, m1, m2 the moments of a bin
 * at r, the Taylor series of j0 gives
 *
 * <pre> q sum = sin(q r) (m0/r - m1/r^2 + m2/r^3 - q^2 m2/(2 r)) + q cos(q r) (m1/r - m2/r^2)</pre>
 */
final class SincTransform {
    private final double[] q;

    SincTransform(double[] q) {
        this.q = q;
    }

    /** sum over pairs of weight j0(q r), one row per species pair, one value per q. */
    double[][] sums(PairHistogram histogram) {
        double[][] out = new double[histogram.pairs()][q.length];
        double[] atZero = new double[histogram.pairs()];
        PhaseSweep phase = new PhaseSweep(q, histogram.binAngstrom());
        for (int b = 0; b < histogram.bins(); b++, phase.advance()) {
            double r = histogram.centre(b);
            for (int pair = 0; pair < histogram.pairs(); pair++) {
                double m0 = histogram.moment(pair, b, 0);
                double m1 = histogram.moment(pair, b, 1);
                double m2 = histogram.moment(pair, b, 2);
                if (m0 == 0 && m2 == 0) {
                    continue;
                }
                atZero[pair] += m0;
                addBin(out[pair], phase, (m0 - (m1 - m2 / r) / r) / r, m2 / (2 * r), (m1 - m2 / r) / r);
            }
        }
        for (int pair = 0; pair < out.length; pair++) {
            for (int k = 0; k < q.length; k++) {
                out[pair][k] = q[k] == 0 ? atZero[pair] : out[pair][k] / q[k];
            }
        }
        return out;
    }

    private void addBin(double[] out, PhaseSweep phase, double alpha, double beta, double gamma) {
        double[] sin = phase.sin;
        double[] cos = phase.cos;
        for (int k = 0; k < q.length; k++) {
            out[k] += sin[k] * (alpha - q[k] * q[k] * beta) + cos[k] * (q[k] * gamma);
        }
    }

    /** T(r) = sum_k c_k j0(q_k r) with its first two derivatives at each bin centre; one table per row of c. */
    PairTable tables(double[][] c, double rMaxAngstrom, double bin) {
        PairTable table = new PairTable(c.length, rMaxAngstrom, bin);
        PhaseSweep phase = new PhaseSweep(q, bin);
        for (int b = 0; b < table.bins(); b++, phase.advance()) {
            for (int pair = 0; pair < c.length; pair++) {
                fillBin(table, pair, b, c[pair], phase);
            }
        }
        return table;
    }

    private void fillBin(PairTable table, int pair, int b, double[] c, PhaseSweep phase) {
        double r = (b + 0.5) * table.binAngstrom();
        double atZero = 0;
        double a0 = 0; // sum c sin/q
        double a1 = 0; // sum c cos
        double a2 = 0; // sum c q sin
        for (int k = 0; k < q.length; k++) {
            if (q[k] == 0) {
                atZero += c[k];
                continue;
            }
            double cs = c[k] * phase.sin[k];
            a0 += cs / q[k];
            a1 += c[k] * phase.cos[k];
            a2 += cs * q[k];
        }
        table.set(pair, b, atZero + a0 / r, (a1 - a0 / r) / r, (-a2 - 2 * (a1 - a0 / r) / r) / r);
    }
}
