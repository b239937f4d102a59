package org.nocturne.routes.dashboard;

import java.util.Arrays;
import java.util.List;
import org.nocturne.core.spectrum.PatternFit;
import org.nocturne.core.spectrum.PatternKind;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.routes.report.EnsemblePattern;

/**
 * The target and patterns over it, all on its grid.
 *
 * @param quantity such as S(q)
 * @param logarithmic whether the peaks stand so high that a linear axis shows nothing else
 * @param q 1/angstrom
 * @param sigma errors of the target; empty without
 * @param lines over the target: the mean of the ensemble, or one candidate; none while there is no frame
 */
record PatternView(
        String quantity, boolean logarithmic, double[] q, double[] target, double[] sigma, List<Line> lines) {

    /**
     * One pattern after scale and background were fitted.
     *
     * @param frames that it is the mean of, of {@code ofFrames} that are in the store
     * @param low 10 % of the single frames, {@code high} 90 %; empty for a single one
     * @param residual in errors of the target, or bare without
     * @param chi2 reduced; NaN without errors
     */
    record Line(
            int frames,
            int ofFrames,
            double[] fitted,
            double[] low,
            double[] high,
            double[] residual,
            double rwp,
            double chi2,
            double scale,
            double background) {

        private static Line of(PatternFit fit, int frames, int of, double[] low, double[] high, double[] residual) {
            return new Line(
                    frames,
                    of,
                    fit.fitted(),
                    low,
                    high,
                    residual,
                    fit.rwp(),
                    fit.reducedChiSquare().orElse(Double.NaN),
                    fit.scale(),
                    fit.background());
        }
    }

    static PatternView ofEnsemble(Seen seen) {
        int all = seen.store().inTransaction(tx -> tx.patterns().count());
        return over(
                seen, seen.pattern().get().stream().map(p -> ofEnsemble(p, all)).toList());
    }

    private static Line ofEnsemble(EnsemblePattern pattern, int all) {
        return Line.of(pattern.fit(), pattern.frames(), all, pattern.low(), pattern.high(), pattern.residual());
    }

    /** One frame's pattern. */
    static PatternView ofFrame(Seen seen, double[] intensity) {
        PatternFit fit = seen.facts().comparison().fit(intensity);
        Spectrum target = seen.facts().target().spectrum();
        double[] fitted = fit.fitted();
        double[] residual = new double[fitted.length];
        for (int k = 0; k < residual.length; k++) {
            residual[k] = (target.intensity()[k] - fitted[k]) / (target.hasSigma() ? target.sigma()[k] : 1);
        }
        return over(seen, List.of(Line.of(fit, 1, 1, new double[0], new double[0], residual)));
    }

    static PatternView over(Seen seen, List<Line> lines) {
        var target = seen.facts().target();
        Spectrum spectrum = target.spectrum();
        long above = Arrays.stream(spectrum.intensity()).filter(i -> i > 0).count();
        return new PatternView(
                target.kind() == PatternKind.CLUSTER ? "I(q)" : "S(q)",
                target.kind() == PatternKind.POWDER && above > 0.8 * spectrum.size(),
                spectrum.qPerAngstrom(),
                spectrum.intensity(),
                spectrum.hasSigma() ? spectrum.sigma() : new double[0],
                lines);
    }
}
