package org.nocturne.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DecimalsTest {
    @Property
    void it_comes_back_bit_by_bit(@ForAll double x) {
        assertThat(Double.parseDouble(Decimals.text(x))).isEqualTo(x);
    }

    @Property
    void it_is_never_longer_than_what_java_prints(@ForAll double x) {
        assertThat(Decimals.text(x).length())
                .isLessThanOrEqualTo(Double.toString(x).length());
    }

    /** Of some of these Java printed a digit too many before version 19 (JDK-4511638). */
    @Test
    void the_shortest_is_taken() {
        assertThat(Decimals.text(2.0e-3)).isEqualTo("0.002");
        assertThat(Decimals.text(2.2e-322)).isEqualTo("2.2E-322");
        assertThat(Decimals.text(2e23)).isEqualTo("2.0E23");
    }

    @Test
    void what_is_no_number_is_named_as_readers_know_it() {
        assertThat(Decimals.text(Double.NaN)).isEqualTo("NaN");
        assertThat(Decimals.text(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
    }
}
