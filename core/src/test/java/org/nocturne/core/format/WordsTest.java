package org.nocturne.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    private final Words words = new Words();

    @Property
    void a_real_number_comes_back_bit_by_bit(@ForAll double x) {
        words.of("Si\t " + x + " ");
        assertThat(words.real(1)).isEqualTo(x);
    }

    @Property
    void so_does_a_whole_one(@ForAll long n) {
        words.of(" " + n);
        assertThat(words.whole(0)).isEqualTo(n);
    }

    @Test
    void words_are_parted_by_any_white_space() {
        assertThat(words.of(" \tab  c\u000b1e3\r")).isEqualTo(3);
        assertThat(words.word(0)).isEqualTo("ab");
        assertThat(words.is(1, "c")).isTrue();
        assertThat(words.is(0, "a")).isFalse();
        assertThat(words.real(2)).isEqualTo(1000);
        assertThat(words.of("")).isZero();
    }

    @Test
    void a_line_may_be_long() {
        assertThat(words.of("7 ".repeat(1000))).isEqualTo(1000);
        assertThat(words.whole(999)).isEqualTo(7);
    }

    /** As Fortran, C and Python print what is no number. */
    @Test
    void nan_and_inf_are_read_in_any_case() {
        words.of("NaN -nan inf -Infinity +INF");
        assertThat(words.real(0)).isNaN();
        assertThat(words.real(1)).isNaN();
        assertThat(words.real(2)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(words.real(3)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(words.real(4)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x1p3", "1d", "1f", "1,5", "1e", "--1", "1.2.3", ".", "e5", "Si", "1_0"})
    void what_others_would_not_read_is_no_number(String word) {
        words.of(word);
        assertThatThrownBy(() -> words.real(0)).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "", "9223372036854775808", "x"})
    void what_is_no_whole_number_is_refused(String word) {
        words.of("a" + word);
        assertThatThrownBy(() -> words.whole(0)).isInstanceOf(NumberFormatException.class);
    }
}
