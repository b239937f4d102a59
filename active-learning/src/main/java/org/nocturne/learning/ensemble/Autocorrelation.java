package org.nocturne.learning.ensemble;

import org.hipparchus.stat.descriptive.moment.Mean;

/**
 * Integrated autocorrelation time tau = 1/2 + sum_t rho(t), summed up to the first window W with W >= 5 tau (Madras and Sokal,
 * J. Stat. Phys. 50, 109 (1988), appendix C). Samples that count as independent: n / (2 tau).
 */
final class Autocorrelation {
    private static final double WINDOW = 5;

    private Autocorrelation() {}

    static double integratedTime(double[] series) {
        int n = series.length;
        double mean = new Mean().evaluate(series);
        double variance = covariance(series, mean, 0);
        if (n < 4 || variance == 0) {
            return 0.5;
        }
        double tau = 0.5;
        for (int lag = 1; lag < n / 2; lag++) {
            tau += covariance(series, mean, lag) / variance;
            if (lag >= WINDOW * tau) {
                break;
            }
        }
        return Math.max(0.5, tau);
    }

    static double effectiveSamples(double[] series) {
        return Math.max(1, series.length / (2 * integratedTime(series)));
    }

    private static double covariance(double[] series, double mean, int lag) {
        double sum = 0;
        for (int k = 0; k + lag < series.length; k++) {
            sum += (series[k] - mean) * (series[k + lag] - mean);
        }
        return sum / series.length;
    }
}
