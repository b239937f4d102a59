package org.nocturne.learning.trajectory;

import java.util.Arrays;
import java.util.Locale;
import org.hipparchus.stat.regression.SimpleRegression;

/**
 * Temperature over a trajectory: held, or changing from one end to the other.
 *
 * @param beginK at the first frame
 * @param endK at the last frame
 */
public record Course(double beginK, double endK) {
    private static final double LEAST_CHANGE = 0.05;
    private static final double LEAST_SHARE_EXPLAINED = 0.5;

    public static Course held(double kelvin) {
        return new Course(kelvin, kelvin);
    }

    /**
     * From what the frames state. A ramp is a straight line that explains at least half of the variance and changes by 5 % of the mean.
     *
     * @throws IllegalArgumentException if the temperatures fluctuate about a constant: then they are kinetic, and at which temperature
     *     the trajectory was held they do not say
     */
    public static Course of(double[] statedK) {
        double low = Arrays.stream(statedK).min().orElseThrow();
        double high = Arrays.stream(statedK).max().orElseThrow();
        if (high - low <= 1e-9 * high) {
            return held(statedK[0]);
        }
        SimpleRegression line = new SimpleRegression();
        for (int k = 0; k < statedK.length; k++) {
            line.addData(k, statedK[k]);
        }
        double end = line.predict(statedK.length - 1.0);
        double begin = line.predict(0);
        double mean = Arrays.stream(statedK).average().orElseThrow();
        if (line.getRSquare() >= LEAST_SHARE_EXPLAINED && Math.abs(end - begin) >= LEAST_CHANGE * mean) {
            return new Course(begin, end);
        }
        throw new IllegalArgumentException(String.format(
                Locale.ROOT,
                "the temperatures of its frames fluctuate between %.1f and %.1f K without a trend, so they are kinetic; wanted is the"
                        + " temperature that was held",
                low,
                high));
    }

    public boolean isRamp() {
        return beginK != endK;
    }

    /** At a frame of so many, on the straight line. */
    public double at(int frame, int frames) {
        return frames < 2 ? beginK : beginK + (endK - beginK) * frame / (frames - 1.0);
    }
}
