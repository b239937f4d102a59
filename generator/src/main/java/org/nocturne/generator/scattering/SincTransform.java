package org.nocturne.generator.scattering;

/**
 * Sums of f(r) = sin(q r)/(q r) over histograms and, backwards, sums over q as tables in r. With S = sin(q r), C = cos(q r), the
 * derivatives follow from r f = S/q:
 *
 * <pre> f' = (C - f)/r,  f'' = (-q S - 2 f')/r,  f''' = (-q^2 C - 3 f'')/r</pre>
 *
 * so the Taylor sum m0 f + m1 f' + m2 f''/2 + m3 f'''/6 of a bin collapses, from the right, to a combination of S and C.
 */
final class SincTransform {
    private final double[] q;

    SincTransform(double[] q) {
        this.q = q;
    }

    /** sum over pairs of W(r) f(r) with W the envelope, one row per species pair, one value per q. */
    double[][] sums(PairHistogram histogram, Envelope envelope) {
        double[][] out = new double[histogram.pairs()][q.length];
        double[] atZero = new double[histogram.pairs()];
        double[] m = new double[PairHistogram.MOMENTS];
        double[] weight = new double[PairHistogram.MOMENTS];
        PhaseSweep phase = new PhaseSweep(q, histogram.binAngstrom());
        for (int b = 0; b < histogram.bins(); b++, phase.advance()) {
            double r = histogram.centre(b);
            envelope.taylor(r, weight);
            for (int pair = 0; pair < histogram.pairs(); pair++) {
                histogram.read(pair, b, m);
                if (m[0] == 0) {
                    continue;
                }
                weigh(m, weight);
                double n2 = (m[2] - m[3] / r) / 2;
                double n1 = m[1] - 2 * n2 / r;
                double n0 = m[0] - n1 / r;
                atZero[pair] += m[0];
                addBin(out[pair], phase, n0 / r, n1 / r, n2 / r, m[3] / (6 * r));
            }
        }
        for (int pair = 0; pair < out.length; pair++) {
            for (int k = 0; k < q.length; k++) {
                out[pair][k] = q[k] == 0 ? atZero[pair] : out[pair][k] / q[k];
            }
        }
        return out;
    }

    /** From moments of the pairs those of their weights: sum W d^n is the sum over k of the k-th derivative over k! times sum d^(n + k), to third order. */
    private static void weigh(double[] m, double[] w) {
        m[0] = w[0] * m[0] + w[1] * m[1] + w[2] / 2 * m[2] + w[3] / 6 * m[3];
        m[1] = w[0] * m[1] + w[1] * m[2] + w[2] / 2 * m[3];
        m[2] = w[0] * m[2] + w[1] * m[3];
        m[3] = w[0] * m[3];
    }

    /** q times the bin's sum: S (a - q^2 c) + q C (b - q^2 d). */
    private void addBin(double[] out, PhaseSweep phase, double a, double b, double c, double d) {
        double[] sin = phase.sin;
        double[] cos = phase.cos;
        for (int k = 0; k < q.length; k++) {
            double square = q[k] * q[k];
            out[k] += sin[k] * (a - square * c) + cos[k] * (q[k] * (b - square * d));
        }
    }

    /** T(r) = sum_k c_k f(q_k, r) with its first three derivatives at each bin centre; one table per row of c. */
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
        double sOverQ = 0;
        double cos = 0;
        double qs = 0;
        double qqc = 0;
        for (int k = 0; k < q.length; k++) {
            if (q[k] == 0) {
                atZero += c[k];
                continue;
            }
            double cS = c[k] * phase.sin[k];
            double cC = c[k] * phase.cos[k];
            sOverQ += cS / q[k];
            cos += cC;
            qs += cS * q[k];
            qqc += cC * q[k] * q[k];
        }
        double value = sOverQ / r;
        double first = (cos - value) / r;
        double second = (-qs - 2 * first) / r;
        double third = (-qqc - 3 * second) / r;
        table.set(pair, b, atZero + value, first, second, third);
    }
}
