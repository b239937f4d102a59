package org.nocturne.routes.cli.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Kelvin;

class SeedsTest {
    /** The columns of a table over temperatures are independent only if each draws numbers of its own. */
    @Test
    void each_temperature_has_random_numbers_of_its_own() {
        RandomGenerator cold = new Seeds(11).of(Kelvin.of(300)).generator(0);
        RandomGenerator hot = new Seeds(11).of(Kelvin.of(600)).generator(0);
        int n = 4000;
        double product = 0;
        for (int k = 0; k < n; k++) {
            product += cold.nextGaussian() * hot.nextGaussian();
        }

        // the mean of n products of independent unit Gaussians is 0 +- 1/sqrt(n); equal numbers would give 1
        assertThat(Math.abs(product / n)).isLessThan(5 / Math.sqrt(n));
    }

    @Test
    void the_same_seed_temperature_and_index_give_the_same_numbers() {
        assertThat(new Seeds(11).of(Kelvin.of(300)).at(7))
                .isEqualTo(new Seeds(11).of(Kelvin.of(300)).at(7));
    }

    @Test
    void no_two_pieces_share_a_seed() {
        Set<Long> seen = new HashSet<>();
        for (double kelvin : new double[] {10, 20, 100, 300, 600, 900, 1200}) {
            for (int index = 0; index < 1000; index++) {
                seen.add(new Seeds(1).of(Kelvin.of(kelvin)).at(index));
            }
        }

        assertThat(seen).hasSize(7000);
    }
}
