package org.nocturne.routes.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Colours that people with colour-blindness tell apart (Okabe and Ito 2008), on no background. {@link #INK} and {@link #GRID} stand for
 * the colours of the page: its style sheet replaces them in light and dark.
 */
final class Palette {
    static final Color INK = new Color(0x11, 0x22, 0x33);
    static final Color GRID = new Color(0xcc, 0xdd, 0xee);
    static final Color BLUE = new Color(0x00, 0x72, 0xb2);
    static final Color SKY = new Color(0x56, 0xb4, 0xe9);
    static final Color ORANGE = new Color(0xe6, 0x9f, 0x00);
    static final Color VERMILION = new Color(0xd5, 0x5e, 0x00);
    static final Color GREEN = new Color(0x00, 0x9e, 0x73);

    private static final Color[] SERIES = {
        BLUE, VERMILION, GREEN, ORANGE, SKY, new Color(0xcc, 0x79, 0xa7), new Color(0xb8, 0xac, 0x00)
    };

    static final Color NONE = new Color(0, 0, 0, 0);
    private static final int WIDTH = 900;
    private static final int LEFT = 64;

    private Palette() {}

    /** The colour of one of several series of a kind; from the eighth on they come again. */
    static Color ofSeries(int k) {
        return SERIES[k % SERIES.length];
    }

    /** An empty chart in the report's style. */
    static XYChart chart(int height, String xTitle, String yTitle) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(height)
                .xAxisTitle(xTitle)
                .yAxisTitle(yTitle)
                .build();
        Font text = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
        var style = chart.getStyler();
        style.setChartTitleVisible(false);
        style.setChartBackgroundColor(NONE).setPlotBackgroundColor(NONE).setLegendBackgroundColor(NONE);
        style.setChartFontColor(INK).setPlotBorderColor(GRID).setLegendBorderColor(NONE);
        style.setLegendPosition(LegendPosition.OutsideS).setLegendLayout(LegendLayout.Horizontal);
        style.setLegendFont(text).setChartPadding(6).setYAxisLeftWidthHint(LEFT);
        style.setAxisTickLabelsFont(text).setAxisTitleFont(text);
        style.setAxisTickLabelsColor(INK).setAxisTickMarksColor(INK);
        style.setXAxisTitleColor(INK).setYAxisTitleColor(INK);
        style.setPlotGridLinesColor(GRID).setPlotGridLinesStroke(new BasicStroke(0.6f));
        style.setMarkerSize(6);
        style.setXAxisTickMarkSpacingHint(110).setXAxisMaxLabelCount(12);
        style.setXAxisDecimalPattern("#0.###").setYAxisDecimalPattern("#0.####");
        return chart;
    }

    /** A filled band between two curves. */
    static void band(XYChart chart, String name, double[] x, double[] low, double[] high, Color colour) {
        int n = x.length;
        double[] around = new double[2 * n];
        double[] edge = new double[2 * n];
        for (int k = 0; k < n; k++) {
            around[k] = x[k];
            edge[k] = low[k];
            around[2 * n - 1 - k] = x[k];
            edge[2 * n - 1 - k] = high[k];
        }
        Color soft = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 90);
        XYSeries series = chart.addSeries(name, around, edge);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        series.setFillColor(soft);
        series.setLineColor(NONE);
        series.setMarker(SeriesMarkers.NONE);
    }

    static void line(XYChart chart, String name, double[] x, double[] y, Color colour, float width) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setLineColor(colour);
        series.setLineStyle(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        series.setMarker(SeriesMarkers.NONE);
    }

    static void points(XYChart chart, String name, double[] x, double[] y, Color colour) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        series.setMarker(SeriesMarkers.CIRCLE);
        series.setMarkerColor(colour);
    }
}
