package org.nocturne.generator.misfit;

import org.nocturne.core.spectrum.Spectrum;

/** chi2 per degree of freedom, sum ((y - s c - b)/sigma)^2/(n - p), p the number of adjusted parameters; 1 at the noise. */
public final class ReducedChiSquare implements DifferentiableMisfit {
    private final WeightedResidual residual;
    private final int degreesOfFreedom;

    /** @throws IllegalArgumentException if the target states no errors, or has no more points than parameters */
    public ReducedChiSquare(Spectrum target, Adjustment adjustment) {
        if (!target.hasSigma()) {
            throw new IllegalArgumentException("chi2 needs the standard error of every point, and the target states"
                    + " none; add a third column of errors, or use Rwp");
        }
        degreesOfFreedom = target.size() - adjustment.parameters();
        if (degreesOfFreedom < 1) {
            throw new IllegalArgumentException("chi2 of " + target.size() + " points with " + adjustment.parameters()
                    + " adjusted parameters has no degree of freedom left");
        }
        residual = new WeightedResidual(target, adjustment);
    }

    @Override
    public double of(double[] calculated) {
        return residual.square(calculated) / degreesOfFreedom;
    }

    @Override
    public double[] slope(double[] calculated) {
        double[] out = residual.slope(calculated);
        for (int k = 0; k < out.length; k++) {
            out[k] /= degreesOfFreedom;
        }
        return out;
    }

    /** The scale and background that {@link #of} used. */
    public ScaleAndBackground adjusted(double[] calculated) {
        return residual.fit(calculated);
    }
}
