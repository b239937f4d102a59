package org.nocturne.generator.scattering;

import org.nocturne.core.spectrum.Spectrum;

/**
 * Sends a structure factor through a cut-off in r: D(r) = (2/pi) integral of q [S - 1] sin(q r) dq, then S'(q) - 1 = (1/q) integral_0^Rc
 * of D W sin(q r) dr. The target's q [S - 1] is taken as piecewise linear, S - 1 as constant below its first point and 0 beyond its
 * last; the inner integral is exact for that.
 */
final class WindowedTransform {
    private final double[] q;
    private final Envelope envelope;

    WindowedTransform(double[] q, Envelope envelope) {
        this.q = q;
        this.envelope = envelope;
    }

    Spectrum apply(Spectrum target) {
        double[] at = target.qPerAngstrom();
        requireFine(at);
        double[] f = target.intensity();
        for (int k = 0; k < f.length; k++) {
            f[k] = at[k] * (f[k] - 1);
        }
        RadialQuadrature radial = new RadialQuadrature(envelope, Math.max(q[q.length - 1], at[at.length - 1]));
        double[] out = new double[q.length];
        for (int n = 0; n < radial.r.length; n++) {
            double d = radial.weight[n] * 2 / Math.PI * sineIntegral(at, f, radial.r[n]);
            for (int k = 0; k < q.length; k++) {
                out[k] += d * (q[k] == 0 ? radial.r[n] : Math.sin(q[k] * radial.r[n]) / q[k]);
            }
        }
        for (int k = 0; k < q.length; k++) {
            out[k] += 1;
        }
        return Spectrum.of(q, out);
    }

    /** Integral from 0 to the last point of F(q) sin(q r): by parts, with the slope of each linear piece. */
    private static double sineIntegral(double[] q, double[] f, double r) {
        double sum = -f[f.length - 1] * Math.cos(q[q.length - 1] * r) / r;
        double qBefore = 0;
        double fBefore = 0;
        double sineBefore = 0;
        for (int k = 0; k < q.length; k++) {
            double sine = Math.sin(q[k] * r);
            if (q[k] > qBefore) {
                sum += (f[k] - fBefore) / (q[k] - qBefore) * (sine - sineBefore) / (r * r);
            }
            qBefore = q[k];
            fBefore = f[k];
            sineBefore = sine;
        }
        return sum;
    }

    /** Sampled coarser than pi/Rc, the target says nothing about distances near Rc. */
    private void requireFine(double[] at) {
        double coarsest = 0;
        for (int k = 1; k < at.length; k++) {
            coarsest = Math.max(coarsest, at[k] - at[k - 1]);
        }
        double wanted = Math.PI / envelope.rMaxAngstrom();
        if (coarsest > wanted) {
            throw new IllegalArgumentException("target has a step of " + coarsest + " 1/angstrom; a cut-off of "
                    + envelope.rMaxAngstrom() + " angstrom needs steps of at most " + wanted);
        }
    }
}
