package org.nocturne.generator.conditioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.structure.Kelvin;

/** A model whose pattern is wrong by a smooth function that no temperature makes up for: a liquid's S + 1 with one damped ring. */
class DiscrepancyTest {
    private static final int POINTS = 80;
    private static final double NOISE = 0.01;
    private static final List<Scalar> FREE = List.of(Scalar.TEMPERATURE);

    private static double[] grid() {
        double[] q = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            q[k] = 0.5 + 0.1 * k;
        }
        return q;
    }

    private static double[] pattern(double kelvin) {
        double[] q = grid();
        double[] out = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            double height = 1.7 - 0.008 * (kelvin - 85);
            out[k] = 2
                    + height * Math.exp(-Math.pow((q[k] - 2) / 0.35, 2))
                    + 0.3 * Math.cos(3.4 * q[k]) * Math.exp(-q[k] / 3);
        }
        return out;
    }

    private static PatternSurface surface() {
        List<PatternSample> samples = new ArrayList<>();
        for (double t : new double[] {60, 75, 90, 105, 120}) {
            double[] a = pattern(t);
            double[] b = pattern(t);
            for (int k = 0; k < POINTS; k++) {
                a[k] += 1e-4 * Math.sin(k);
                b[k] -= 1e-4 * Math.sin(k);
            }
            samples.add(new PatternSample(Kelvin.of(t), List.of(a, b)));
        }
        return new PatternSurface(samples, 3, grid(), 0.5);
    }

    /** Noise, and a Gaussian process of this size that keeps its sign over some 0.4 1/angstrom. */
    private static Spectrum target(double kelvin, double size, RandomGenerator random) {
        double[] q = grid();
        double[] s = pattern(kelvin);
        double[] bumps = new double[30];
        Arrays.setAll(bumps, b -> random.nextGaussian());
        double[] sigma = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            double sum = 0;
            for (int b = 0; b < bumps.length; b++) {
                sum += bumps[b] * Math.exp(-Math.pow((q[k] - 0.3 * b) / 0.4, 2));
            }
            s[k] += size * sum / 1.3 + NOISE * random.nextGaussian();
            sigma[k] = NOISE;
        }
        return new Spectrum(q, s, sigma);
    }

    /** Of twenty 95 % intervals one may miss; fewer than 16 would come by chance once in 400 times. */
    @Test
    void intervals_hold_the_truth_where_the_difference_is_counted_and_not_where_it_is_not() {
        PatternSurface surface = surface();
        int counted = 0;
        int ignored = 0;
        for (int trial = 0; trial < 20; trial++) {
            Spectrum target = target(85, 0.05, new SplittableRandom(40 + trial));
            Discrepancy found = DiscrepancySearch.of(surface, target, FREE);
            ScalarFit fit = new ScalarConditioner(surface, target, Double.POSITIVE_INFINITY, found).fit(FREE);
            ScalarFit naive = new ScalarConditioner(surface, target, Double.POSITIVE_INFINITY).fit(FREE);
            counted += fit.lowK() <= 85 && 85 <= fit.highK() ? 1 : 0;
            ignored += Math.abs(naive.value(Scalar.TEMPERATURE) - 85) <= 1.96 * naive.fisherBoundK() ? 1 : 0;
        }

        assertThat(counted).isGreaterThanOrEqualTo(16);
        assertThat(ignored).isLessThanOrEqualTo(12);
    }

    @Test
    void its_size_and_length_are_found() {
        Discrepancy found = DiscrepancySearch.of(surface(), target(85, 0.05, new SplittableRandom(3)), FREE);

        assertThat(found.amplitude()).isBetween(0.02, 0.12);
        assertThat(found.lengthPerAngstrom()).isBetween(0.19, 0.8);
    }

    @Test
    void a_model_that_is_right_has_next_to_none() {
        Discrepancy found = DiscrepancySearch.of(surface(), target(85, 0, new SplittableRandom(5)), FREE);

        assertThat(found.amplitude()).isLessThan(0.6 * NOISE);
    }

    /** A pattern that is flat but for a peak at 2: the model is wrong there and next to it, and not at the far end. */
    @Test
    void a_potentials_error_lies_where_the_pattern_has_features() {
        double[] y = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            y[k] = 1 + Math.exp(-Math.pow((grid()[k] - 2) / 0.2, 2));
        }

        double[] w = new Discrepancy(0.2, 0.5, Discrepancy.Profile.FEATURES).weights(Spectrum.of(grid(), y));

        assertThat(w[15]).isBetween(0.9, 1.0); // q = 2
        assertThat(w[POINTS - 1]).isLessThan(0.01);
        assertThat(Arrays.stream(w).max().orElseThrow()).isEqualTo(1);
    }

    /** At 100 K an energy scale known to 2 % makes +- 3 K into hypot(3, 1.96 x 2). */
    @Test
    void the_error_of_the_energy_scale_adds_in_quadrature() {
        ScalarFit narrow = new ScalarFit(
                FREE, new double[] {100}, new double[] {1.5}, new double[] {2.25}, 97, 103, 1, 1, 1, List.of(), true);

        ScalarFit wide = narrow.withEnergyScaleError(0.02, 60, 120);

        assertThat(wide.highK() - 100).isCloseTo(Math.hypot(3, 3.92), within(1e-12));
        assertThat(100 - wide.lowK()).isCloseTo(Math.hypot(3, 3.92), within(1e-12));
        assertThat(wide.temperatureIdentified()).isTrue();
        assertThat(narrow.withEnergyScaleError(0.2, 60, 120).temperatureIdentified())
                .isFalse();
        assertThat(narrow.withEnergyScaleError(0, 60, 120).lowK()).isEqualTo(97);
    }

    /** exp(-1/2) of the square at a distance of one length. */
    @Test
    void two_points_one_length_apart_share_it_as_a_gaussian_says() {
        DMatrixRMaj c = new DMatrixRMaj(2, 2);

        new Discrepancy(0.2, 0.5, Discrepancy.Profile.FLAT)
                .addTo(c, Spectrum.of(new double[] {1, 1.5}, new double[] {2, 2}));

        assertThat(c.get(0, 0)).isCloseTo(0.04, within(1e-15));
        assertThat(c.get(0, 1)).isCloseTo(0.04 * Math.exp(-0.5), within(1e-15));
    }
}
