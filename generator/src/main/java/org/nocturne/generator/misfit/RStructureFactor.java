package org.nocturne.generator.misfit;

import org.nocturne.core.spectrum.Spectrum;

/**
 * R(S-1) = sqrt(sum (S_o - S_c)^2 / sum (S_o - 1)^2) over a stated range of q. The R of S itself is flattered by the 1: a model of
 * amorphous silicon with 2.9 % in S has 13.9 % in S - 1.
 */
public final class RStructureFactor implements Misfit {
    private final double[] q;
    private final double[] observed;
    private final double qLow;
    private final double qHigh;
    private final double norm;

    /** @throws IllegalArgumentException if no point lies within [qLow, qHigh], or if S is 1 at all that do */
    public RStructureFactor(Spectrum observed, double qLowPerAngstrom, double qHighPerAngstrom) {
        this.q = observed.qPerAngstrom();
        this.observed = observed.intensity();
        this.qLow = qLowPerAngstrom;
        this.qHigh = qHighPerAngstrom;
        double sum = 0;
        for (int k = 0; k < q.length; k++) {
            sum += counts(k) ? (this.observed[k] - 1) * (this.observed[k] - 1) : 0;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("R(S-1) between " + qLow + " and " + qHigh
                    + " 1/angstrom is not defined: the target has no point there where S differs from 1");
        }
        norm = sum;
    }

    private boolean counts(int k) {
        return q[k] >= qLow && q[k] <= qHigh;
    }

    @Override
    public double of(double[] calculated) {
        if (calculated.length != q.length) {
            throw new IllegalArgumentException("target has " + q.length + " points but the calculated pattern "
                    + calculated.length + "; both need one grid");
        }
        double sum = 0;
        for (int k = 0; k < q.length; k++) {
            double difference = counts(k) ? observed[k] - calculated[k] : 0;
            sum += difference * difference;
        }
        return Math.sqrt(sum / norm);
    }
}
