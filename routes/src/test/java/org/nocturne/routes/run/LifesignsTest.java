package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.nocturne.learning.store.RunnerTable.Runner;

class LifesignsTest {
    private static final Instant NIGHT = Instant.parse("2026-11-28T23:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private long seconds;
    private final Lifesigns signs = new Lifesigns(() -> seconds * 1_000_000_000L);

    /** Another host's runner, as the database tells it. */
    private static Runner runner(Instant sign, Duration silent) {
        return new Runner("far", "another-host", 17, 1, 2, silent, sign, false);
    }

    private boolean isSilent(Instant sign, Duration silent) {
        return signs.isSilent(runner(sign, silent));
    }

    @Test
    void one_that_gives_no_sign_for_as_long_as_its_lease_is_silent() {
        assertThat(isSilent(NIGHT, Duration.ZERO)).isFalse();
        seconds += 29;
        assertThat(isSilent(NIGHT, Duration.ofSeconds(29))).isFalse();
        seconds += 1;
        assertThat(isSilent(NIGHT, Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void one_that_was_long_dead_when_this_one_came_is_watched_for_a_few_beats() {
        assertThat(isSilent(NIGHT, HOUR)).isFalse();
        seconds += 10;
        assertThat(isSilent(NIGHT, HOUR.plusSeconds(10))).isTrue();
    }

    @Test
    void a_clock_set_back_by_an_hour_does_not_keep_the_dead_alive() {
        isSilent(NIGHT, Duration.ZERO);
        seconds += 31;

        assertThat(isSilent(NIGHT, HOUR.negated())).isTrue();
    }

    @Test
    void a_clock_set_forward_by_an_hour_does_not_kill_the_living() {
        isSilent(NIGHT, Duration.ZERO);
        seconds += 2;
        assertThat(isSilent(NIGHT, HOUR))
                .as("all at once it is silent for an hour")
                .isFalse();
        seconds += 3;

        assertThat(isSilent(NIGHT.plus(HOUR), Duration.ZERO))
                .as("its next sign")
                .isFalse();
        seconds += 9;
        assertThat(isSilent(NIGHT.plus(HOUR), Duration.ofSeconds(9))).isFalse();
    }

    @Test
    void any_other_sign_is_a_sign_of_life_also_an_earlier_one() {
        isSilent(NIGHT, Duration.ZERO);
        seconds += 29;

        assertThat(isSilent(NIGHT.minus(HOUR), Duration.ZERO)).isFalse();
        seconds += 29;
        assertThat(isSilent(NIGHT.minus(HOUR), Duration.ofSeconds(29))).isFalse();
    }
}
