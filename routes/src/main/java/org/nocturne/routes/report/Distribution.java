package org.nocturne.routes.report;

import java.util.Arrays;
import org.hipparchus.stat.StatUtils;

/** Mean, standard deviation and quantiles of some numbers. */
public record Distribution(int count, double mean, double standardDeviation, double low, double high) {
    private static final double LOW_PER_CENT = 10;
    private static final double HIGH_PER_CENT = 90;

    /** NaN where there are too few numbers. */
    static Distribution of(double[] values) {
        if (values.length == 0) {
            return new Distribution(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Distribution(
                values.length,
                StatUtils.mean(values),
                values.length < 2 ? Double.NaN : Math.sqrt(StatUtils.variance(values)),
                StatUtils.percentile(sorted, LOW_PER_CENT),
                StatUtils.percentile(sorted, HIGH_PER_CENT));
    }

    public boolean isEmpty() {
        return count == 0;
    }
}
