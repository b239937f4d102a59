package org.nocturne.generator.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** Against atoms that each lie normally around a place of their own, where everything is known in closed form. */
class PartialNoisingTest {
    private static final int N = 1500;
    private static final double WIDTH = 0.1;
    private static final Structure MIDDLES =
            new Structure(Cell.cubic(50), Collections.nCopies(N, Element.SI), normal(new SplittableRandom(1), 10));
    private static final Wells WELLS = new Wells(MIDDLES, WIDTH);

    private static double[] normal(SplittableRandom random, double scale) {
        double[] out = new double[3 * N];
        for (int k = 0; k < out.length; k++) {
            out[k] = scale * random.nextGaussian();
        }
        return out;
    }

    /** Root of the mean square per component. */
    private static double rms(Structure a, Structure b) {
        double sum = 0;
        for (int k = 0; k < 3 * N; k++) {
            double d = a.xyzAngstrom()[k] - b.xyzAngstrom()[k];
            sum += d * d;
        }
        return Math.sqrt(sum / (3 * N));
    }

    /** A structure of the kind that the denoiser has learned gives others of this kind: their width is WIDTH too. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.7, 1})
    void variants_are_spread_as_what_was_learned(double churn) {
        Structure parent = MIDDLES.displaced(normal(new SplittableRandom(2), WIDTH));

        Structure variant = new PartialNoising(WELLS, churn, 150).vary(parent, 0.5, new SplittableRandom(3));

        double sixSigma = 6 / Math.sqrt(6 * N);
        assertThat(rms(variant, MIDDLES)).isCloseTo(WIDTH, within(WIDTH * (0.04 + sixSigma)));
        assertThat(rms(variant, parent)).isGreaterThan(WIDTH);
    }

    /** Without fresh noise x - m shrinks by w/sqrt(w^2 + sigma^2): the flow of a normal distribution. */
    @Test
    void without_churn_a_normal_distribution_is_shrunk_as_a_whole() {
        double sigma = 0.3;
        double[] z = new double[3 * N];
        for (int k = 0; k < z.length; k++) {
            z[k] = (k / 3) % 2 == 0 ? 1 : -1; // no mean over the atoms
        }

        Structure variant = new PartialNoising(WELLS, 0, 600).vary(MIDDLES, sigma, () -> z);

        double wanted = sigma * WIDTH / Math.sqrt(WIDTH * WIDTH + sigma * sigma);
        for (int k = 0; k < 3 * N; k += 371) {
            assertThat(variant.xyzAngstrom()[k] - MIDDLES.xyzAngstrom()[k])
                    .isCloseTo(z[k] * wanted, within(0.01 * wanted));
        }
    }

    @Test
    void without_noise_the_parent_comes_back() {
        Structure parent = MIDDLES.displaced(normal(new SplittableRandom(2), WIDTH));
        double before = Double.POSITIVE_INFINITY;
        for (double sigma : new double[] {0.1, 1e-3, 1e-6}) {
            double moved = rms(new PartialNoising(WELLS, 0.7, 20).vary(parent, sigma, new SplittableRandom(3)), parent);
            assertThat(moved).isLessThan(Math.min(2 * sigma, before));
            before = moved;
        }
    }

    @Test
    void noise_alone_moves_every_component_by_sigma() {
        Structure noised = PartialNoising.noised(MIDDLES, 0.3, new SplittableRandom(3));

        assertThat(rms(noised, MIDDLES)).isCloseTo(0.3, within(0.3 * 6 / Math.sqrt(6 * N)));
    }

    @Test
    void the_centre_of_the_atoms_stays() {
        Structure variant = new PartialNoising(WELLS, 1, 10).vary(MIDDLES, 0.5, new SplittableRandom(3));

        double[] drift = new double[3];
        for (int k = 0; k < 3 * N; k++) {
            drift[k % 3] += (variant.xyzAngstrom()[k] - MIDDLES.xyzAngstrom()[k]) / N;
        }
        assertThat(drift).containsExactly(new double[3], within(1e-10));
    }

    @Test
    void a_seed_gives_one_variant() {
        PartialNoising noising = new PartialNoising(WELLS, 0.7, 10);

        Structure first = noising.vary(MIDDLES, 0.5, new SplittableRandom(3));

        assertThat(noising.vary(MIDDLES, 0.5, new SplittableRandom(3))).isEqualTo(first);
        assertThat(noising.vary(MIDDLES, 0.5, new SplittableRandom(4))).isNotEqualTo(first);
    }

    @Test
    void a_species_that_was_not_learned_is_named() {
        Structure oxygen =
                new Structure(Cell.cubic(5), List.of(Element.ofSymbol("O").orElseThrow()), new double[3]);

        assertThatThrownBy(() -> new PartialNoising(WELLS, 0.7, 10).vary(oxygen, 0.5, new SplittableRandom(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds O;")
                .hasMessageContaining("learned Si only");
    }

    @Test
    void the_noise_falls_geometrically_and_ends_at_none() {
        NoiseSchedule schedule = new NoiseSchedule(0.8, 0.1, 4);

        assertThat(new double[] {schedule.at(0), schedule.at(1), schedule.at(2), schedule.at(3), schedule.at(4)})
                .containsExactly(new double[] {0.8, 0.4, 0.2, 0.1, 0}, within(1e-12));
        assertThat(new NoiseSchedule(0.05, 0.1, 4).length()).isEqualTo(1);
        assertThat(new NoiseSchedule(0.05, 0.1, 4).at(0)).isEqualTo(0.05);
        assertThatThrownBy(() -> new NoiseSchedule(0, 0.1, 4)).hasMessageContaining("noise from 0.0 to 0.1");
    }
}
