package org.nocturne.routes.cli.bench.measure;

/** How a cost grows. */
public final class Growth {
    private Growth() {}

    /** Slope of log t against log N by least squares; NaN with one size. */
    public static double slope(double[] n, double[] t) {
        double meanX = 0;
        double meanY = 0;
        for (int k = 0; k < n.length; k++) {
            meanX += Math.log(n[k]) / n.length;
            meanY += Math.log(t[k]) / n.length;
        }
        double xy = 0;
        double xx = 0;
        for (int k = 0; k < n.length; k++) {
            double x = Math.log(n[k]) - meanX;
            xy += x * (Math.log(t[k]) - meanY);
            xx += x * x;
        }
        return xy / xx;
    }
}
