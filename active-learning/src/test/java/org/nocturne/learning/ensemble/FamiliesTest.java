package org.nocturne.learning.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class FamiliesTest {
    private static final double BETWEEN = 4;
    private static final double WITHIN = 1;

    private static Families<Double> drawn(int families, int members, RandomGenerator random) {
        List<List<Double>> out = new ArrayList<>();
        for (int f = 0; f < families; f++) {
            double middle = Math.sqrt(BETWEEN) * random.nextGaussian();
            List<Double> family = new ArrayList<>();
            for (int k = 0; k < members + f % 3; k++) {
                family.add(middle + Math.sqrt(WITHIN) * random.nextGaussian());
            }
            out.add(family);
        }
        return new Families<>(out);
    }

    /** Searle, Casella and McCulloch: without bias however few the families are, where the variance of all values pooled is too small. */
    @Test
    void the_variance_is_that_of_the_population_in_the_mean() {
        RandomGenerator random = new SplittableRandom(1);
        double sum = 0;
        int draws = 5000;
        for (int d = 0; d < draws; d++) {
            sum += drawn(4, 1 + d % 5, random).varianceOf(v -> v);
        }

        assertThat(sum / draws).isCloseTo(BETWEEN + WITHIN, within(0.2));
    }

    @Test
    void the_error_of_the_mean_is_that_of_so_many_families_whatever_their_members() {
        RandomGenerator random = new SplittableRandom(2);

        assertThat(drawn(2000, 20, random).mean(v -> v).standardError())
                .isCloseTo(Math.sqrt((BETWEEN + WITHIN / 21) / 2000), within(0.002));
    }

    /** Fifteen of a hundred lie further out than the error, for a Gaussian; jackknifed variances of few families are skewed, so more do. */
    @Test
    void the_error_of_the_variance_holds_the_truth_as_often_as_it_should() {
        RandomGenerator random = new SplittableRandom(3);
        int inside = 0;
        int draws = 2000;
        for (int d = 0; d < draws; d++) {
            Estimate found = drawn(40, 3, random).variance(v -> v);
            inside += Math.abs(found.value() - BETWEEN - WITHIN) < 1.645 * found.standardError() ? 1 : 0;
        }

        assertThat(inside / (double) draws).isBetween(0.82, 0.93);
    }

    @Test
    void singles_have_the_plain_variance() {
        Families<Double> singles = new Families<>(List.of(List.of(1.0), List.of(2.0), List.of(3.0), List.of(6.0)));

        assertThat(singles.meanOf(v -> v)).isEqualTo(3);
        assertThat(singles.varianceOf(v -> v)).isCloseTo(14.0 / 3, within(1e-12));
        assertThat(singles.size()).isEqualTo(4);
    }

    @Test
    void one_family_has_no_error() {
        Families<Double> one = new Families<>(List.of(List.of(1.0, 2.0)));

        assertThat(one.mean(v -> v).standardError()).isNaN();
        assertThat(one.variance(v -> v).value()).isNaN();
        assertThatThrownBy(() -> new Families<>(List.of())).hasMessageContaining("0 families");
    }
}
