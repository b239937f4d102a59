package org.nocturne.routes.report;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How something grows with a size, as an SVG file of its own: both axes logarithmic. */
public final class ScalingFigure {
    private static final int HEIGHT = 460;

    private ScalingFigure() {}

    /**
     * One line.
     *
     * @param x above 0
     * @param y above 0, as many
     */
    public record Series(String name, double[] x, double[] y) {}

    /**
     * Writes it.
     *
     * @param file to make or to replace
     * @throws IllegalArgumentException without a point
     */
    public static void write(Path file, String xTitle, String yTitle, List<Series> lines) throws IOException {
        List<Series> some = lines.stream().filter(line -> line.x().length > 0).toList();
        if (some.isEmpty()) {
            throw new IllegalArgumentException("a figure without a point: nothing was measured");
        }
        XYChart chart = Palette.chart(HEIGHT, xTitle, yTitle);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
        int k = 0;
        for (Series line : some) {
            XYSeries series = chart.addSeries(line.name(), line.x(), line.y());
            Color colour = Palette.ofSeries(k++);
            series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(colour).setLineColor(colour);
        }
        Files.writeString(file, SvgFigure.of(chart, "scaling", yTitle + " by " + xTitle) + "\n");
    }
}
