package org.nocturne.routes.report;

import java.util.List;
import java.util.Optional;
import org.nocturne.core.port.Comparison;
import org.nocturne.core.spectrum.PatternFit;
import org.nocturne.core.spectrum.Spectrum;

/**
 * The ensemble's patterns over a target: their mean after scale and background were fitted, the 10 to 90 % band of single frames under
 * the same scale and background, and the residual.
 *
 * @param expectedChiSquare reduced chi2 that a perfect ensemble of so many frames would have: 1 for the noise of the target and, added,
 *     the variance of the mean over the target's; NaN where the target states no errors
 */
public record EnsemblePattern(
        PatternFit fit, int frames, double[] low, double[] high, double[] residual, double expectedChiSquare) {

    /** Empty while there is no frame. */
    public static Optional<EnsemblePattern> of(List<double[]> patterns, Spectrum target, Comparison comparison) {
        int points = target.size();
        if (patterns.isEmpty() || patterns.stream().anyMatch(p -> p.length != points)) {
            return Optional.empty();
        }
        Distribution[] spread = new Distribution[points];
        double[] mean = new double[points];
        for (int k = 0; k < points; k++) {
            int point = k;
            spread[k] =
                    Distribution.of(patterns.stream().mapToDouble(p -> p[point]).toArray());
            mean[k] = spread[k].mean();
        }
        PatternFit fit = comparison.fit(mean);
        double[] low = new double[points];
        double[] high = new double[points];
        double[] residual = new double[points];
        double[] fitted = fit.fitted();
        double[] intensity = target.intensity();
        double[] sigma = target.sigma();
        double expected = target.hasSigma() ? 1 : Double.NaN;
        for (int k = 0; k < points; k++) {
            if (target.hasSigma() && patterns.size() > 1) {
                double error = fit.scale() * spread[k].standardDeviation() / sigma[k];
                expected += error * error / patterns.size() / points;
            }
            low[k] = fit.scale() * spread[k].low() + fit.background();
            high[k] = fit.scale() * spread[k].high() + fit.background();
            residual[k] = (intensity[k] - fitted[k]) / (target.hasSigma() ? sigma[k] : 1);
        }
        return Optional.of(new EnsemblePattern(fit, patterns.size(), low, high, residual, expected));
    }
}
