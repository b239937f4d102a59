package org.nocturne.routes.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T05:59:59Z, 2026-11-21T06:30:00Z", // before half past seven in Berlin: yesterday's
        "2026-11-22T06:30:00Z, 2026-11-22T06:30:00Z",
        "2026-11-22T22:00:00Z, 2026-11-22T06:30:00Z",
        "2026-03-29T05:30:00Z, 2026-03-29T05:30:00Z", // the night that is an hour short
    })
    void the_latest_half_past_seven(Instant now, Instant latest) {
        assertThat(Digests.latest(now, LocalTime.parse("07:30"), ZoneId.of("Europe/Berlin")))
                .isEqualTo(latest);
    }
}
