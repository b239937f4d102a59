package org.nocturne.generator.scattering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nocturne.core.spectrum.Radiation;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

class PairsTest {
    private static final ScatteringAmplitude XRAY = ScatteringAmplitude.of(Radiation.XRAY);
    private static final double[] Q = Grids.even(0.3, 20, 40);

    @ParameterizedTest
    @EnumSource(Normalisation.class)
    void pairs_meet_the_brute_force_sum_over_minimum_images(Normalisation normalisation) {
        Structure gas =
                Crystals.gas(Cell.periodic(12, 0, 0, 3, 11, 0, -2, 4, 13), 150, 2, List.of(Element.SI, Element.O));
        double rc = 5;
        for (Window window : Window.values()) {
            double[] found = new Pairs(XRAY, Q, rc, window, normalisation, 0, 0, 0.002).intensity(gas);
            double[] expected = bruteForce(gas, rc, window, normalisation);
            double error = Grids.relativeToMaximum(found, expected);
            System.out.printf("pairs against brute force, %s, %s: %.2e%n", window, normalisation, error);
            assertThat(error).isLessThan(1e-9);
        }
    }

    /** Written from the formula alone: Cell's own minimum image, j0 by sine, Simpson for the continuum. */
    private static double[] bruteForce(Structure s, double rc, Window window, Normalisation normalisation) {
        double[] out = new double[Q.length];
        int n = s.size();
        for (int k = 0; k < Q.length; k++) {
            double f1 = 0;
            double f2 = 0;
            double pairs = 0;
            for (int i = 0; i < n; i++) {
                double fi = XRAY.at(s.species(i), Q[k]);
                f1 += fi / n;
                f2 += fi * fi / n;
                for (int j = 0; j < n; j++) {
                    double[] d = {s.x(i) - s.x(j), s.y(i) - s.y(j), s.z(i) - s.z(j)};
                    s.cell().minimumImage(d);
                    double r = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
                    if (i != j && r < rc) {
                        pairs += fi
                                * XRAY.at(s.species(j), Q[k])
                                * weight(window, r, rc)
                                * Math.sin(Q[k] * r)
                                / (Q[k] * r);
                    }
                }
            }
            int steps = 4000;
            double continuum = 0;
            for (int m = 1; m <= steps; m++) {
                double r = rc * m / steps;
                double simpson = m == steps ? 1 : m % 2 == 1 ? 4 : 2;
                continuum +=
                        simpson * rc / steps / 3 * 4 * Math.PI * r * weight(window, r, rc) * Math.sin(Q[k] * r) / Q[k];
            }
            double divisor = normalisation == Normalisation.SQUARE_OF_MEAN ? f1 * f1 : f2;
            out[k] = 1 + (pairs / n - f1 * f1 * n / s.cell().volume() * continuum) / divisor;
        }
        return out;
    }

    private static double weight(Window window, double r, double rc) {
        return window == Window.NONE ? 1 : Math.sin(Math.PI * r / rc) / (Math.PI * r / rc);
    }

    @Test
    void an_ideal_gas_gives_one() {
        double[] q = Grids.even(1, 15, 60);
        Pairs pairs = new Pairs(XRAY, q, 8, Window.LORCH, Normalisation.SQUARE_OF_MEAN, 0, 0, 0.002);
        double mean = 0;
        int runs = 20;
        for (int seed = 0; seed < runs; seed++) {
            for (double s : pairs.intensity(Crystals.gas(Cell.cubic(16), 200, seed, List.of(Element.SI, Element.O)))) {
                mean += s / (runs * q.length);
            }
        }
        assertThat(mean).isCloseTo(1, within(0.02));
    }

    @Test
    void a_cut_off_beyond_half_the_cell_is_refused_with_both_lengths() {
        Pairs pairs = new Pairs(XRAY, Q, 6, Window.NONE, Normalisation.SQUARE_OF_MEAN, 0, 0, 0.002);
        Structure gas = Crystals.gas(Cell.cubic(11), 5, 1, List.of(Element.SI));
        assertThatThrownBy(() -> pairs.intensity(gas))
                .hasMessage(
                        "pair cut-off is 6.0 angstrom; it must not exceed half the smallest height of the cell, 5.5 angstrom");
    }

    /** S - 1 = sin(q d)/(q d) is one distance d; a Lorch window keeps its place and scales it by W(d). */
    @Test
    void a_target_of_one_distance_passes_the_window_scaled_by_the_window_there() {
        double d = 3;
        double rc = 10;
        double[] fine = Grids.even(0.01, 200, 15000);
        double[] s = new double[fine.length];
        for (int k = 0; k < s.length; k++) {
            // damped, so that the transform converges on a finite range
            s[k] = 1 + Math.sin(fine[k] * d) / (fine[k] * d) * Math.exp(-Math.pow(fine[k] * 0.02, 2) / 2);
        }
        double[] q = {0.5, 1.3, 2.9, 6};
        Pairs pairs = new Pairs(XRAY, q, rc, Window.LORCH, Normalisation.SQUARE_OF_MEAN, 0, 0, 0.002);
        double[] out = pairs.throughSameWindow(Spectrum.of(fine, s)).intensity();
        for (int k = 0; k < q.length; k++) {
            double damping = Math.exp(-Math.pow(q[k] * 0.02, 2) / 2);
            double expected = Window.LORCH.at(d, rc) * Math.sin(q[k] * d) / (q[k] * d) * damping;
            double tolerance = 5e-4 * Math.abs(expected) + 1e-5;
            assertThat(out[k] - 1).isCloseTo(expected, within(tolerance));
        }
    }

    @Test
    void a_target_too_coarse_for_the_cut_off_is_refused() {
        Pairs pairs = new Pairs(XRAY, Q, 10, Window.NONE, Normalisation.SQUARE_OF_MEAN, 0, 0, 0.002);
        assertThatThrownBy(() -> pairs.throughSameWindow(Spectrum.of(new double[] {1, 2}, new double[] {1, 1})))
                .hasMessageContaining("step of 1.0 1/angstrom");
    }

    @Test
    void the_pair_gradient_meets_central_differences() {
        Structure gas = Crystals.skewedGas(12, 8);
        for (Window window : Window.values()) {
            GradientTest.check(
                    new Pairs(XRAY, Grids.even(0, 8, 30), 3.9, window, Normalisation.SQUARE_OF_MEAN, 0.2, 0.1, 0.002),
                    gas,
                    1e-6);
        }
    }

    @Test
    void g_of_r_of_a_gas_is_one_and_of_a_crystal_counts_its_neighbours() {
        Structure gas = Crystals.gas(Cell.cubic(20), 3000, 4, List.of(Element.SI, Element.O));
        assertThat(RadialDistribution.of(gas, 10, 2.5).g()[3]).isCloseTo(1, within(0.01));
        assertThat(RadialDistribution.partial(gas, Element.SI, Element.O, 10, 2.5)
                        .g()[3])
                .isCloseTo(1, within(0.02));
        assertThat(RadialDistribution.partial(gas, Element.SI, Element.SI, 10, 2.5)
                        .g()[3])
                .isCloseTo(1, within(0.02));

        Structure silicon = Crystals.diamond(5.431).repeated(2, 2, 2);
        RadialDistribution g = RadialDistribution.of(silicon, 3, 0.1);
        double neighbours = 0;
        for (int n = 0; n < g.g().length; n++) {
            double volume = 4 * Math.PI / 3 * (Math.pow((n + 1) * 0.1, 3) - Math.pow(n * 0.1, 3));
            neighbours += g.g()[n] * silicon.numberDensity() * volume;
        }
        assertThat(neighbours).isCloseTo(4, within(1e-9));
    }
}
