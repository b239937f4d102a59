package org.nocturne.generator.scattering;

/**
 * sin(q r) and cos(q r) for a whole grid of q while r walks from bin centre to bin centre: one rotation per point and step, no sine
 * in the loop, and the loop over q has no dependence from point to point, so it vectorises.
 */
final class PhaseSweep {
    /** Rotations lose about one ulp each; starting afresh now and then keeps 1e-13. */
    private static final int RENEW_EVERY = 512;

    final double[] sin;
    final double[] cos;
    private final double[] q;
    private final double[] stepSin;
    private final double[] stepCos;
    private final double bin;
    private int at;

    PhaseSweep(double[] q, double bin) {
        this.q = q;
        this.bin = bin;
        sin = new double[q.length];
        cos = new double[q.length];
        stepSin = new double[q.length];
        stepCos = new double[q.length];
        for (int k = 0; k < q.length; k++) {
            stepSin[k] = Math.sin(q[k] * bin);
            stepCos[k] = Math.cos(q[k] * bin);
        }
        renew();
    }

    /** On to the next bin centre. */
    void advance() {
        at++;
        if (at % RENEW_EVERY == 0) {
            renew();
            return;
        }
        for (int k = 0; k < q.length; k++) {
            double s = sin[k] * stepCos[k] + cos[k] * stepSin[k];
            cos[k] = cos[k] * stepCos[k] - sin[k] * stepSin[k];
            sin[k] = s;
        }
    }

    private void renew() {
        double r = (at + 0.5) * bin;
        for (int k = 0; k < q.length; k++) {
            sin[k] = Math.sin(q[k] * r);
            cos[k] = Math.cos(q[k] * r);
        }
    }
}
