package org.nocturne.learning.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.moment.Mean;
import org.hipparchus.stat.descriptive.moment.Variance;
import org.nocturne.learning.ensemble.Measured;

/** Intensities of an ensemble, configuration by configuration, and sums over wave vectors of their moments. */
final class Intensities {
    private final double[][] byConfiguration;

    Intensities(List<? extends Measured> ensemble) {
        byConfiguration = ensemble.stream().map(Measured::diffuse).toArray(double[][]::new);
    }

    int size() {
        return byConfiguration.length;
    }

    int vectors() {
        return byConfiguration[0].length;
    }

    int[] all() {
        return IntStream.range(0, size()).toArray();
    }

    /** Sum over the vectors {@code from} to {@code to} (exclusive) of the variance over these members. */
    double variance(int[] members, int from, int to) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            sum += new Variance().evaluate(at(members, k));
        }
        return sum;
    }

    /** The same of the square of the mean, without what a finite sample adds to it: m^2 - s^2/M. */
    double squaredMean(int[] members, int from, int to) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            double[] values = at(members, k);
            double mean = new Mean().evaluate(values);
            sum += mean * mean - new Variance().evaluate(values) / values.length;
        }
        return sum;
    }

    private double[] at(int[] members, int vector) {
        return Arrays.stream(members)
                .mapToDouble(m -> byConfiguration[m][vector])
                .toArray();
    }
}
