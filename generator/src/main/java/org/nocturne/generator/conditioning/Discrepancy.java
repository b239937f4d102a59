package org.nocturne.generator.conditioning;

import org.ejml.data.DMatrixRMaj;

/**
 * What a model cannot say however its scalars are chosen, because its potential is not the material's: a smooth function of q, unknown but
 * for its size and for how far along q it keeps its sign. As a Gaussian process of covariance a^2 exp(-(q - q')^2 / 2 l^2) it is a part
 * of the covariance, so that no scalar is trusted further than that allows (Kennedy and O'Hagan, J. R. Stat. Soc. B 63, 425 (2001)).
 *
 * @param amplitude a, in the units of the target; 0 for a model that is right
 * @param lengthPerAngstrom l
 */
public record Discrepancy(double amplitude, double lengthPerAngstrom) {
    /** A model that is right. */
    public static final Discrepancy NONE = new Discrepancy(0, 1);

    public Discrepancy {
        if (!(amplitude >= 0) || !(lengthPerAngstrom > 0)) {
            throw new IllegalArgumentException("a discrepancy of " + amplitude + " over " + lengthPerAngstrom
                    + " 1/angstrom; wanted are a size of at least 0 and a length above 0");
        }
    }

    void addTo(DMatrixRMaj covariance, double[] q) {
        if (amplitude == 0) {
            return;
        }
        for (int a = 0; a < q.length; a++) {
            for (int b = 0; b < q.length; b++) {
                double d = (q[a] - q[b]) / lengthPerAngstrom;
                covariance.add(a, b, amplitude * amplitude * Math.exp(-d * d / 2));
            }
        }
    }
}
