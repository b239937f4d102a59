package org.nocturne.routes.report;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.store.LedgerTable.Assessment;

/** Figures over rounds: energies of the candidates, and the misfit of the ensemble. */
final class RoundFigures {
    private static final int HEIGHT = 340;
    private static final int LOW_HEIGHT = 220;

    /** Below this many meV per atom minimisation itself decides, and a figure would show its noise. */
    private static final double SMALLEST_RANGE = 0.1;

    private RoundFigures() {}

    /** Means with the standard deviation of single frames as bars; the MD that judges as a band. */
    static Optional<String> energies(List<RoundEnergies> rounds, Distribution reference) {
        XYChart chart = Palette.chart(HEIGHT, "round", "meV per atom");
        double last = rounds.stream().mapToInt(RoundEnergies::round).max().orElse(1);
        axis(chart, last);
        if (!reference.isEmpty()) {
            double[] ends = {0, last + 1};
            double half = Double.isFinite(reference.standardDeviation()) ? reference.standardDeviation() : 0;
            double[] low = {reference.mean() - half, reference.mean() - half};
            double[] high = {reference.mean() + half, reference.mean() + half};
            Palette.band(chart, "MD, mean \u00b1 sd", ends, low, high, Palette.SKY);
            double[] mean = {reference.mean(), reference.mean()};
            Palette.line(chart, "MD, mean", ends, mean, Palette.BLUE, 1.4f);
        }
        bars(chart, "proposed", rounds, RoundEnergies::proposal, -0.12, Palette.ORANGE, SeriesMarkers.DIAMOND);
        bars(chart, "after NVT steps", rounds, RoundEnergies::thermal, 0, Palette.VERMILION, SeriesMarkers.CIRCLE);
        return rounds.isEmpty() && reference.isEmpty()
                ? Optional.empty()
                : Optional.of(SvgFigure.of(chart, "energies", "Energies of the candidates by round"));
    }

    /** The basins that candidates fall to, on a scale of their own: a crystal falls back to zero. */
    static Optional<String> inherent(List<RoundEnergies> rounds) {
        if (rounds.stream().allMatch(r -> r.inherent().isEmpty())) {
            return Optional.empty();
        }
        XYChart chart = Palette.chart(LOW_HEIGHT, "round", "meV per atom");
        axis(chart, rounds.stream().mapToInt(RoundEnergies::round).max().orElse(1));
        bars(chart, "inherent", rounds, RoundEnergies::inherent, 0, Palette.GREEN, SeriesMarkers.SQUARE);
        double reach = rounds.stream()
                .map(RoundEnergies::inherent)
                .filter(d -> !d.isEmpty())
                .mapToDouble(d -> Math.max(Math.abs(d.low()), Math.abs(d.high())))
                .max()
                .orElse(1);
        if (reach < SMALLEST_RANGE) {
            chart.getStyler().setYAxisMin(-SMALLEST_RANGE).setYAxisMax(SMALLEST_RANGE);
        }
        return Optional.of(SvgFigure.of(chart, "inherent", "Inherent energies of the candidates by round"));
    }

    /** The worst gate of the proposals at each temperature; below 1 it is inside its band. */
    static Optional<String> worstGates(Map<Kelvin, List<WorstGate>> gates) {
        if (gates.isEmpty()) {
            return Optional.empty();
        }
        XYChart chart = Palette.chart(LOW_HEIGHT, "round", "of its band");
        double last = gates.values().stream()
                .flatMap(List::stream)
                .mapToInt(WorstGate::round)
                .max()
                .orElse(1);
        axis(chart, last);
        Palette.line(chart, "edge of the band", new double[] {0, last + 1}, new double[] {1, 1}, Palette.INK, 1f);
        int k = 0;
        for (Map.Entry<Kelvin, List<WorstGate>> line : gates.entrySet()) {
            XYSeries series = chart.addSeries(
                    Numbers.fixed(line.getKey().value(), 0) + " K",
                    line.getValue().stream().mapToDouble(WorstGate::round).toArray(),
                    line.getValue().stream().mapToDouble(WorstGate::deviation).toArray());
            Color colour = Palette.ofSeries(k++);
            series.setMarker(SeriesMarkers.CIRCLE);
            series.setMarkerColor(colour);
            series.setLineColor(colour);
        }
        chart.getStyler().setYAxisMin(0.0);
        return Optional.of(SvgFigure.of(chart, "gates", "The worst gate of the proposals by round"));
    }

    /** The ensemble's misfit after each round. */
    static Optional<String> misfit(List<Assessment> assessments) {
        List<Assessment> known =
                assessments.stream().filter(a -> a.rwp() != null).toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        XYChart chart = Palette.chart(HEIGHT, "round", "per cent");
        axis(chart, known.get(known.size() - 1).round());
        misfit(chart, "Rwp", known, Assessment::rwp, Palette.VERMILION, SeriesMarkers.CIRCLE);
        misfit(chart, "R(S\u22121)", known, Assessment::rMinus1, Palette.BLUE, SeriesMarkers.SQUARE);
        chart.getStyler().setYAxisMin(0.0);
        return Optional.of(SvgFigure.of(chart, "misfit", "Misfit of the ensemble by round"));
    }

    private static void axis(XYChart chart, double last) {
        chart.getStyler().setXAxisMin(0.0).setXAxisMax(last + 1);
        chart.getStyler()
                .setXAxisTickLabelsFormattingFunction(
                        x -> Math.abs(x - Math.rint(x)) < 1e-6 ? String.valueOf(Math.round(x)) : " ");
    }

    private static void bars(
            XYChart chart,
            String name,
            List<RoundEnergies> rounds,
            Function<RoundEnergies, Distribution> stage,
            double shift,
            Color colour,
            Marker marker) {
        List<RoundEnergies> known =
                rounds.stream().filter(r -> !stage.apply(r).isEmpty()).toList();
        if (known.isEmpty()) {
            return;
        }
        double[] sd = known.stream()
                .mapToDouble(r -> stage.apply(r).standardDeviation())
                .map(s -> Double.isFinite(s) ? s : 0)
                .toArray();
        XYSeries series = chart.addSeries(
                name,
                known.stream().mapToDouble(r -> r.round() + shift).toArray(),
                known.stream().mapToDouble(r -> stage.apply(r).mean()).toArray(),
                sd);
        series.setMarker(marker);
        series.setMarkerColor(colour);
        series.setLineColor(colour);
        chart.getStyler().setErrorBarsColorSeriesColor(true);
    }

    private static void misfit(
            XYChart chart,
            String name,
            List<Assessment> assessments,
            Function<Assessment, Double> misfit,
            Color colour,
            Marker marker) {
        List<Assessment> known =
                assessments.stream().filter(a -> misfit.apply(a) != null).toList();
        if (!known.isEmpty()) {
            XYSeries series = chart.addSeries(
                    name,
                    known.stream().mapToDouble(Assessment::round).toArray(),
                    known.stream().mapToDouble(a -> 100 * misfit.apply(a)).toArray());
            series.setMarker(marker);
            series.setMarkerColor(colour);
            series.setLineColor(colour);
        }
    }
}
