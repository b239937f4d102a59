package org.nocturne.adapters.lammps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nocturne.core.structure.Kelvin;

class KineticTemperatureTest {
    /** 2 T^2 / (3N - 3); with 4000 draws the variance is known to 2 per cent. */
    @Test
    void it_fluctuates_as_that_of_the_canonical_ensemble() {
        SplittableRandom seeds = new SplittableRandom(3);
        int atoms = 64;
        int draws = 4000;
        double mean = 0;
        double square = 0;
        for (int k = 0; k < draws; k++) {
            double t = KineticTemperature.draw(Kelvin.of(300), atoms, seeds.nextLong())
                    .value();
            mean += t / draws;
            square += t * t / draws;
        }

        double variance = 2 * 300.0 * 300 / (3 * atoms - 3);
        assertThat(mean).isCloseTo(300, within(4 * Math.sqrt(variance / draws)));
        assertThat(square - mean * mean).isCloseTo(variance, within(0.09 * variance));
    }

    @Test
    void one_seed_gives_one_temperature() {
        assertThat(KineticTemperature.draw(Kelvin.of(900), 1000, 5))
                .isEqualTo(KineticTemperature.draw(Kelvin.of(900), 1000, 5))
                .isNotEqualTo(KineticTemperature.draw(Kelvin.of(900), 1000, 6));
    }
}
