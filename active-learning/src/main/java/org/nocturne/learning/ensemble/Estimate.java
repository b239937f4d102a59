package org.nocturne.learning.ensemble;

import org.hipparchus.stat.descriptive.moment.Mean;
import org.hipparchus.stat.descriptive.moment.Variance;

/** A number with its standard error. */
public record Estimate(double value, double standardError) {

    /** Mean of independent values. */
    public static Estimate meanOf(double[] values) {
        double mean = new Mean().evaluate(values);
        double error = values.length < 2 ? Double.NaN : Math.sqrt(new Variance().evaluate(values) / values.length);
        return new Estimate(mean, error);
    }

    /**
     * Mean over several series of correlated values. The error is the larger of two: from the spread between series, and from the
     * integrated correlation time within them; with few series the first alone is too uncertain.
     */
    public static Estimate meanOf(java.util.List<double[]> series) {
        double total = 0;
        double count = 0;
        double within = 0;
        double effective = 0;
        double[] means = new double[series.size()];
        for (int s = 0; s < means.length; s++) {
            double[] values = series.get(s);
            means[s] = new Mean().evaluate(values);
            total += means[s] * values.length;
            count += values.length;
            within += new Variance().evaluate(values) * values.length;
            effective += Autocorrelation.effectiveSamples(values);
        }
        double fromWithin = Math.sqrt(within / count / effective);
        double fromBetween = means.length < 3 ? 0 : Math.sqrt(new Variance().evaluate(means) / means.length);
        return new Estimate(total / count, Math.max(fromWithin, fromBetween));
    }
}
