package org.nocturne.routes.report;

import java.util.Arrays;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.nocturne.core.spectrum.PatternKind;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.spectrum.Target;

/** The target, the ensemble's mean with the band of single frames, and the residual below on the same q axis. */
record SpectrumFigure(Target target, EnsemblePattern ensemble) {
    private static final int HEIGHT = 430;
    private static final int RESIDUAL_HEIGHT = 220;

    String pattern() {
        Spectrum spectrum = target.spectrum();
        double[] q = spectrum.qPerAngstrom();
        double[] fitted = ensemble.fit().fitted();
        boolean logarithmic = isLogarithmic();
        XYChart chart = Palette.chart(HEIGHT, "q, 1/angstrom", quantity());
        axis(chart, q, Math.max(fitted[0], logarithmic ? floor() : fitted[0]));
        double floor = logarithmic ? floor() : Double.NEGATIVE_INFINITY;
        chart.getStyler().setYAxisLogarithmic(logarithmic);
        Palette.band(
                chart,
                "10\u201390 % of single frames",
                q,
                clipped(ensemble.low(), floor),
                clipped(ensemble.high(), floor),
                Palette.SKY);
        Palette.points(chart, "target", q, clipped(spectrum.intensity(), floor), Palette.INK);
        Palette.line(chart, "mean of the ensemble", q, clipped(fitted, floor), Palette.VERMILION, 1.6f);
        chart.getStyler().setMarkerSize(4);
        return SvgFigure.of(chart, "pattern", "Target and mean pattern of " + ensemble.frames() + " frames over q");
    }

    String residual() {
        Spectrum spectrum = target.spectrum();
        String unit = spectrum.hasSigma() ? "residual, \u03c3" : "residual";
        XYChart chart = Palette.chart(RESIDUAL_HEIGHT, "q, 1/angstrom", unit);
        chart.getStyler().setLegendVisible(false);
        double[] q = spectrum.qPerAngstrom();
        axis(chart, q, 0);
        if (spectrum.hasSigma()) {
            double[] two = new double[q.length];
            Arrays.fill(two, 2);
            Palette.band(chart, "two standard errors", q, negated(two), two, Palette.SKY);
        }
        Palette.line(chart, "residual", q, ensemble.residual(), Palette.INK, 1f);
        return SvgFigure.of(chart, "residual", "Residual of the mean pattern over q");
    }

    /** Bragg peaks stand a thousandfold above the diffuse scattering between them: a linear axis hides all but the peaks. */
    private boolean isLogarithmic() {
        return target.kind() == PatternKind.POWDER
                && Arrays.stream(target.spectrum().intensity())
                                .filter(i -> i > 0)
                                .count()
                        > 0.8 * target.spectrum().size();
    }

    /**
     * Whole numbers at the ticks. XChart 4.0.3 puts ticks at data points where these are equally spaced, at 1.0, 1.3, 1.6; an unseen
     * point between two others turns that off.
     */
    private static void axis(XYChart chart, double[] q, double y) {
        chart.getStyler().setXAxisMin(Math.floor(q[0])).setXAxisMax(Math.ceil(q[q.length - 1]));
        double between = q[0] + (q[q.length - 1] - q[0]) / (3.3 * q.length);
        XYSeries unseen = chart.addSeries("unseen", new double[] {q[0], between}, new double[] {y, y});
        unseen.setLineColor(Palette.NONE);
        unseen.setMarker(SeriesMarkers.NONE);
        unseen.setShowInLegend(false);
    }

    private double floor() {
        return Arrays.stream(target.spectrum().intensity())
                .filter(i -> i > 0)
                .min()
                .orElse(1);
    }

    private String quantity() {
        return switch (target.kind()) {
            case POWDER, STRUCTURE_FACTOR -> "S(q)";
            case CLUSTER -> "I(q)";
        };
    }

    private static double[] clipped(double[] values, double floor) {
        return Arrays.stream(values).map(v -> Math.max(v, floor)).toArray();
    }

    private static double[] negated(double[] values) {
        return Arrays.stream(values).map(v -> -v).toArray();
    }
}
