package org.nocturne.learning.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "07:00,                      2026-11-28T22:00:00Z, 2026-11-29T06:00:00Z",
        "07:00,                      2026-11-29T05:59:59Z, 2026-11-29T06:00:00Z",
        "07:00,                      2026-11-29T06:00:00Z, 2026-11-30T06:00:00Z",
        "23:30,                      2026-11-28T22:00:00Z, 2026-11-28T22:30:00Z",
        "2026-12-01T07:00,           2026-11-28T22:00:00Z, 2026-12-01T06:00:00Z",
        "2026-12-01 07:00,           2026-11-28T22:00:00Z, 2026-12-01T06:00:00Z",
        "2026-12-01T07:00:00+03:00,  2026-11-28T22:00:00Z, 2026-12-01T04:00:00Z",
        "2026-11-01T07:00,           2026-11-28T22:00:00Z, 2026-11-01T06:00:00Z",
    })
    void means_the_next_time_of_day_or_the_date_that_it_says(String text, Instant now, Instant meant) {
        assertThat(new Deadline(text).after(now, BERLIN)).isEqualTo(meant);
    }

    /** In the night of 29 March 2026 the clocks of Berlin go from 2 to 3. */
    @Test
    void a_time_of_day_is_that_of_the_wall_clock_also_in_the_night_when_the_clocks_change() {
        Instant evening = Instant.parse("2026-03-28T21:00:00Z");

        assertThat(new Deadline("07:00").after(evening, BERLIN)).isEqualTo(Instant.parse("2026-03-29T05:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "25:00", "tomorrow", "2026-11-29", "420"})
    void anything_else_is_refused_with_what_is_wanted(String text) {
        assertThatThrownBy(() -> new Deadline(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is '" + text + "'; wanted is a time of day such as 07:00");
    }
}
