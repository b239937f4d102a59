package org.nocturne.learning.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {
    /** Computed with p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") of R: 0.03, 0.06, 0.06, 0.02. */
    @Test
    void the_numbers_are_those_of_r() {
        assertThat(Holm.adjusted(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
    }

    @Test
    void nothing_is_surer_for_being_one_of_many_and_none_is_above_one() {
        assertThat(Holm.adjusted(new double[] {0.7, 0.8})).containsExactly(new double[] {1, 1}, within(1e-12));
        assertThat(Holm.adjusted(new double[] {0.2})).containsExactly(new double[] {0.2}, within(1e-12));
        assertThat(Holm.adjusted(new double[0])).isEmpty();
    }
}
