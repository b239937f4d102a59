package org.nocturne.generator.conditioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.structure.Kelvin;

/**
 * On patterns that are known: Gaussian peaks with a Debye-Waller factor, I = sum A exp(-(q - q0)^2/2w^2) exp(-c q0^2 T), and a diffuse
 * part that grows with T; each configuration's pattern fluctuates along three
 * fixed directions, one of them like a change of temperature, and with speckle of its own.
 */
class ScalarConditionerTest {
    private static final int POINTS = 160;
    private static final double NOISE = 0.015;
    private static final double FLUCTUATION = 0.05;
    private static final List<Scalar> ALL = List.of(Scalar.TEMPERATURE, Scalar.STRAIN, Scalar.SCALE, Scalar.BACKGROUND);

    private static double[] grid() {
        double[] q = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            q[k] = 1 + 9.0 * k / POINTS;
        }
        return q;
    }

    private static double[] pattern(double kelvin, double strain) {
        double[] q = grid();
        double[] out = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            double at = q[k] * (1 + strain);
            for (double peak = 2; peak < 10; peak += 1.3) {
                out[k] += 5 * Math.exp(-Math.pow((at - peak) / 0.2, 2) / 2) * Math.exp(-2e-5 * peak * peak * kelvin);
            }
            out[k] += 0.2 + 2e-6 * at * at * kelvin;
        }
        return out;
    }

    private static double[] fluctuating(double kelvin, double strain, RandomGenerator random) {
        double[] q = grid();
        double[] out = pattern(kelvin, strain);
        double[] a = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
        double speckle = 0;
        for (int k = 0; k < POINTS; k++) {
            speckle = 0.7 * speckle + 0.7 * random.nextGaussian(); // of the single configuration, a few points wide
            double wave =
                    speckle + a[0] * Math.sin(k / 9.0) + a[1] * Math.cos(k / 17.0) + a[2] * Math.pow(q[k] / 10, 2);
            out[k] *= 1 + FLUCTUATION * wave;
        }
        return out;
    }

    private static PatternSurface surface(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        List<PatternSample> samples = new ArrayList<>();
        for (double t = 200; t <= 1000; t += 160) {
            List<double[]> patterns = new ArrayList<>();
            for (int m = 0; m < 24; m++) {
                patterns.add(fluctuating(t, 0, random));
            }
            samples.add(new PatternSample(Kelvin.of(t), patterns));
        }
        return new PatternSurface(samples, 4, grid(), 0.6);
    }

    /** A target is the mean over 40 configurations, scaled, on a background, with independent noise of its own. */
    private static Spectrum target(double kelvin, double strain, RandomGenerator random) {
        double[] mean = new double[POINTS];
        for (int m = 0; m < 40; m++) {
            double[] one = fluctuating(kelvin, strain, random);
            for (int k = 0; k < POINTS; k++) {
                mean[k] += one[k] / 40;
            }
        }
        double[] sigma = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            mean[k] = 3 * mean[k] + 0.4;
            sigma[k] = NOISE * mean[k];
            mean[k] += sigma[k] * random.nextGaussian();
        }
        return new Spectrum(grid(), mean, sigma);
    }

    @Test
    void scalars_are_found_with_their_errors() {
        ScalarFit fit = new ScalarConditioner(surface(1), target(613, 0.002, new SplittableRandom(2)), 40).fit(ALL);

        assertThat(fit.value(Scalar.TEMPERATURE)).isCloseTo(613, within(4 * fit.standardErrors()[0]));
        assertThat(fit.value(Scalar.STRAIN)).isCloseTo(0.002, within(4 * fit.standardErrors()[1]));
        assertThat(fit.value(Scalar.SCALE)).isCloseTo(3, within(4 * fit.standardErrors()[2]));
        assertThat(fit.value(Scalar.BACKGROUND)).isCloseTo(0.4, within(4 * fit.standardErrors()[3]));
        assertThat(fit.reducedChiSquare()).isBetween(0.6, 1.4);
        assertThat(fit.temperatureIdentified()).isTrue();
        assertThat(fit.lowK()).isLessThan(fit.value(Scalar.TEMPERATURE));
        assertThat(fit.highK()).isGreaterThan(fit.value(Scalar.TEMPERATURE));
    }

    /** A 95 % interval holds the truth in 95 of 100 trials; 4 sigma of the binomial below that is 86. */
    @Test
    void the_interval_of_the_temperature_holds_the_truth_as_often_as_it_says() {
        int held = 0;
        double width = 0;
        double bound = 0;
        for (int trial = 0; trial < 100; trial++) {
            RandomGenerator random = new SplittableRandom(100 + trial);
            double truth = 300 + 600 * random.nextDouble();
            ScalarFit fit = new ScalarConditioner(surface(1000 + trial), target(truth, 0, random), 40)
                    .fit(List.of(Scalar.TEMPERATURE, Scalar.SCALE, Scalar.BACKGROUND));
            held += fit.lowK() <= truth && truth <= fit.highK() ? 1 : 0;
            width += fit.highK() - fit.lowK();
            bound += 2 * 1.96 * fit.fisherBoundK();
        }

        assertThat(held).isBetween(86, 100);
        assertThat(width / bound).isBetween(0.9, 3.0);
    }

    /** What moves many points together hides behind a diagonal covariance: the same data, an interval that is wrong. */
    @Test
    void without_the_thermal_covariance_the_interval_would_be_far_too_narrow() {
        Spectrum target = target(613, 0, new SplittableRandom(5));
        List<Scalar> free = List.of(Scalar.TEMPERATURE, Scalar.SCALE, Scalar.BACKGROUND);

        double full = new ScalarConditioner(surface(6), target, 40).fit(free).standardErrors()[0];
        double diagonal = new ScalarConditioner(surface(6), target, Double.POSITIVE_INFINITY)
                .fit(free)
                .fisherBoundK();

        assertThat(full).isGreaterThan(1.3 * diagonal);
    }

    @Test
    void a_pattern_that_does_not_know_the_temperature_says_so() {
        double[] flat = new double[POINTS];
        java.util.Arrays.fill(flat, 1);
        List<PatternSample> samples = new ArrayList<>();
        RandomGenerator random = new SplittableRandom(7);
        for (double t : new double[] {200, 400, 600, 800}) {
            List<double[]> patterns = new ArrayList<>();
            for (int m = 0; m < 8; m++) {
                double[] one = flat.clone();
                for (int k = 0; k < POINTS; k++) {
                    one[k] += 0.01 * random.nextGaussian();
                }
                patterns.add(one);
            }
            samples.add(new PatternSample(Kelvin.of(t), patterns));
        }
        double[] sigma = new double[POINTS];
        java.util.Arrays.fill(sigma, 0.05);

        ScalarFit fit = new ScalarConditioner(
                        new PatternSurface(samples, 2, grid(), 0.6),
                        new Spectrum(grid(), flat, sigma),
                        Double.POSITIVE_INFINITY)
                .fit(List.of(Scalar.TEMPERATURE));

        assertThat(fit.temperatureIdentified()).isFalse();
        assertThat(fit.directions().get(0).standardError()).isGreaterThan(0.3);
    }

    @Test
    void a_target_without_errors_is_refused() {
        Spectrum bare = new Spectrum(grid(), pattern(300, 0), new double[0]);

        assertThatThrownBy(() -> new ScalarConditioner(surface(8), bare, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("states no errors");
    }
}
