package org.nocturne.adapters.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class VigilTest {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofMinutes(60);
    private static final OptionalDouble NOT_SAID = OptionalDouble.empty();
    private static final OptionalLong NONE_ENDED = OptionalLong.empty();

    private final Vigil vigil = new Vigil(PATIENCE);
    private double minute;

    /** Looks every half minute. */
    private void look(double minutes, long bytesPerMinute, double processorShare) {
        for (double until = minute + minutes; minute < until; minute += 0.5) {
            look(Math.round(bytesPerMinute * minute), processorShare * minute);
        }
    }

    private void look(long bytes, double processorMinutes) {
        Duration used = Duration.ofMillis(Math.round(60_000 * processorMinutes));
        vigil.look(new Sample(
                Math.round(minute * 60e9), new Output(1000 + bytes, 2, bytes, "log.lammps"), Optional.of(used)));
    }

    @Test
    void a_run_that_writes_and_computes_nothing_hangs_and_it_is_said_what_was_seen() {
        look(9.9, 0, 0.0001);
        assertThat(vigil.hangs()).as("not yet").isEmpty();

        look(1, 0, 0.0001);

        assertThat(vigil.hangs().orElseThrow())
                .matches(
                        "nothing was written for 10\\.\\d min, last into log.lammps \\(1000 bytes in all\\), and it used"
                                + " 0\\.0\\d+ s of processor time meanwhile");
    }

    @Test
    void a_run_that_computes_and_says_nothing_does_not_hang() {
        look(120, 0, 0.9);

        assertThat(vigil.hangs()).isEmpty();
    }

    @Test
    void a_run_that_computed_for_long_and_then_falls_asleep_hangs_ten_minutes_later() {
        look(120, 0, 0.9);
        double used = 0.9 * minute;
        for (int k = 0; k < 21; k++, minute += 0.5) {
            look(0, used);
        }

        assertThat(vigil.hangs()).isPresent();
    }

    @Test
    void a_run_that_writes_does_not_hang() {
        look(60, 1, 0);

        assertThat(vigil.hangs()).isEmpty();
    }

    @Test
    void a_file_that_is_written_over_in_place_is_a_sign_of_life() {
        look(12, 0, 0);
        vigil.look(new Sample(
                Math.round(minute * 60e9), new Output(1000, 2, 77, "log.lammps"), Optional.of(Duration.ZERO)));

        assertThat(vigil.hangs()).isEmpty();
    }

    @Test
    void where_the_processor_is_not_seen_the_output_alone_decides() {
        for (; minute <= 10; minute++) {
            vigil.look(new Sample(Math.round(minute * 60e9), new Output(5, 1, 0, "out"), Optional.empty()));
        }

        assertThat(vigil.hangs().orElseThrow()).contains("whether it computes cannot be seen from here");
    }

    @Test
    void processor_time_that_has_become_less_is_no_idleness() {
        look(0, 50);
        minute = 10;
        look(0, 20);

        assertThat(vigil.hangs()).isEmpty();
    }

    @Test
    void a_run_that_was_suspended_is_looked_at_anew() {
        look(9.5, 0, 0);
        vigil.begin();
        look(9.5, 0, 0);

        assertThat(vigil.hangs()).isEmpty();
    }

    @Test
    void a_run_that_would_need_many_times_what_it_may_have_drips() {
        look(12, 100, 1);

        assertThat(vigil.drips(OptionalDouble.of(0.001), NONE_ENDED, LONGEST).orElseThrow())
                .matches(
                        "0\\.\\d+ % of it was done in 11\\.5 min: it would need 191\\.7 h, and no attempt may have more than"
                                + " 60\\.0 min");
        assertThat(vigil.drips(OptionalDouble.of(0.07), NONE_ENDED, LONGEST))
                .as("2.7 times what it may have: that is the time limit's business")
                .isEmpty();
    }

    @Test
    void of_a_run_that_says_nothing_of_its_progress_the_output_of_others_tells_where_it_idles() {
        look(12, 60, 0.0001);
        assertThat(vigil.drips(NOT_SAID, OptionalLong.of(50_000), LONGEST))
                .as("it may have fallen silent just now")
                .isEmpty();

        look(9, 60, 0.0001);

        assertThat(vigil.drips(NOT_SAID, OptionalLong.of(50_000), LONGEST).orElseThrow())
                .startsWith("it wrote 600 bytes in 10.0 min and used ");
        assertThat(vigil.drips(NOT_SAID, OptionalLong.of(2_000), LONGEST)).isEmpty();
        assertThat(vigil.drips(NOT_SAID, NONE_ENDED, LONGEST))
                .as("nothing to compare with")
                .isEmpty();
    }

    @Test
    void one_that_computes_may_write_all_of_it_at_its_end() {
        look(12, 1, 0.9);

        assertThat(vigil.drips(NOT_SAID, OptionalLong.of(50_000_000), LONGEST)).isEmpty();
        assertThat(vigil.drips(OptionalDouble.of(0), OptionalLong.of(50_000_000), LONGEST))
                .isEmpty();
    }
}
