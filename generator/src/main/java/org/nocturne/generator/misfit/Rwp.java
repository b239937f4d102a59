package org.nocturne.generator.misfit;

import org.nocturne.core.spectrum.Spectrum;

/**
 * Weighted profile R factor, sqrt(sum w (y - s c - b)^2 / sum w y^2), w = 1/sigma^2, or 1 where no errors are stated (Young, The
 * Rietveld Method, 1993, table 1.3). A high background flatters it.
 */
public final class Rwp implements Misfit {
    private final WeightedResidual residual;
    private final double norm;

    /** @throws IllegalArgumentException if the target is zero everywhere */
    public Rwp(Spectrum target, Adjustment adjustment) {
        residual = new WeightedResidual(target, adjustment);
        norm = residual.measuredSquare();
        if (!(norm > 0)) {
            throw new IllegalArgumentException("Rwp is not defined for a target that is zero everywhere");
        }
    }

    @Override
    public double of(double[] calculated) {
        return Math.sqrt(residual.square(calculated) / norm);
    }
}
