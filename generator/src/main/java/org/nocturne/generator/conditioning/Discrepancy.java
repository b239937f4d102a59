package org.nocturne.generator.conditioning;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.nocturne.core.spectrum.Spectrum;

/**
 * What a model cannot say however its scalars are chosen, because its potential is not the material's: a smooth function of q, unknown but
 * for its size and for how far along q it keeps its sign. As a Gaussian process of covariance a^2 w(q) w(q') exp(-(q - q')^2 / 2 l^2) it is
 * a part of the covariance, so that no scalar is trusted further than that allows (Kennedy and O'Hagan, J. R. Stat. Soc. B 63, 425
 * (2001)).
 *
 * @param amplitude a, in the units of the target; 0 for a model that is right
 * @param lengthPerAngstrom l
 * @param profile what w(q) is
 */
public record Discrepancy(double amplitude, double lengthPerAngstrom, Profile profile) {
    /** A model that is right. */
    public static final Discrepancy NONE = new Discrepancy(0, 1, Profile.FLAT);

    /** In how many widths the range of q is cut for {@link Profile#FEATURES}. */
    private static final double WIDTHS = 8;

    /** Where along q a model is wrong. */
    public enum Profile {
        /** As much everywhere: w = 1. */
        FLAT,
        /**
         * Most where the pattern has its features, as a potential's error has, and little where both patterns have become flat: w is the
         * root of the local mean square of the target about the level of its second half, 1 at its largest.
         */
        FEATURES
    }

    public Discrepancy {
        if (!(amplitude >= 0) || !(lengthPerAngstrom > 0)) {
            throw new IllegalArgumentException("a discrepancy of " + amplitude + " over " + lengthPerAngstrom
                    + " 1/angstrom; wanted are a size of at least 0 and a length above 0");
        }
    }

    void addTo(DMatrixRMaj covariance, Spectrum target) {
        if (amplitude == 0) {
            return;
        }
        double[] q = target.qPerAngstrom();
        double[] w = weights(target);
        for (int a = 0; a < q.length; a++) {
            for (int b = 0; b < q.length; b++) {
                double d = (q[a] - q[b]) / lengthPerAngstrom;
                covariance.add(a, b, amplitude * w[a] * amplitude * w[b] * Math.exp(-d * d / 2));
            }
        }
    }

    double[] weights(Spectrum target) {
        double[] q = target.qPerAngstrom();
        double[] out = new double[q.length];
        if (profile == Profile.FLAT) {
            Arrays.fill(out, 1);
            return out;
        }
        double[] y = target.intensity();
        double level = Arrays.stream(y, y.length / 2, y.length).average().orElseThrow();
        double width = (q[q.length - 1] - q[0]) / WIDTHS;
        double most = 0;
        for (int a = 0; a < q.length; a++) {
            double sum = 0;
            double norm = 0;
            for (int b = 0; b < q.length; b++) {
                double near = Math.exp(-Math.pow((q[a] - q[b]) / width, 2) / 2);
                sum += near * (y[b] - level) * (y[b] - level);
                norm += near;
            }
            out[a] = Math.sqrt(sum / norm);
            most = Math.max(most, out[a]);
        }
        for (int a = 0; a < q.length; a++) {
            out[a] /= most;
        }
        return out;
    }
}
