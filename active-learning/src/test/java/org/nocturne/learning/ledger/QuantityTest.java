package org.nocturne.learning.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuantityTest {
    @ParameterizedTest
    @EnumSource(Quantity.class)
    void the_edges_of_a_band_lie_one_away_from_its_ideal(Quantity quantity) {
        assertThat(quantity.deviation(quantity.ideal())).isZero();
        assertThat(quantity.deviation(quantity.bandHigh())).isCloseTo(1, within(1e-12));
        assertThat(quantity.deviation(quantity.bandLow())).isCloseTo(quantity.isTwoSided() ? 1 : 0, within(1e-12));
        assertThat(Quantity.ofWord(quantity.word())).isEqualTo(quantity);
    }

    @Test
    void a_band_that_reaches_farther_up_than_down_is_measured_on_either_side_alone() {
        assertThat(Quantity.LONG_WAVES.deviation(1.8)).isCloseTo(2, within(1e-12)); // 0.7 to 1.4
        assertThat(Quantity.LONG_WAVES.deviation(0.4)).isCloseTo(2, within(1e-12));
    }

    @Test
    void a_word_of_no_quantity_is_told() {
        assertThatThrownBy(() -> Quantity.ofWord("rho-X")).hasMessage("'rho-X' is no quantity of the ledger");
    }
}
