package org.nocturne.routes.cli.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.routes.cli.step.CommandRun;

class BenchSoakTest {
    @TempDir
    Path dir;

    @Test
    @Tag("slow")
    @Tag("lammps")
    void five_nights_need_no_more_than_three() throws Exception {
        CommandRun run = CommandRun.of(
                "bench", "soak", "--quick", "--work", dir.resolve("work").toString(), "--json");

        assertThat(run.code()).as(run.output() + run.error()).isZero();
        JsonNode nights = new ObjectMapper().readTree(run.output()).get("nights");
        assertThat(nights).hasSize(5);
        assertThat(nights.get(4).get("retrainings").asInt()).isPositive();
        assertThat(nights.get(4).get("candidates").asInt())
                .isGreaterThan(nights.get(1).get("candidates").asInt());
    }

    @Test
    void a_clock_stands_still_at_noon_and_never_goes_back() {
        AtomicLong nanos = new AtomicLong();
        NightClock clock = new NightClock(LocalDate.of(2026, 6, 7), ZoneOffset.UTC, 3600, nanos::get);
        nanos.set(-5_000_000_000L);
        assertThat(clock.instant()).hasToString("2026-06-07T18:00:00Z");
        nanos.set(0);
        clock.begin();

        nanos.set(14_000_000_000L);
        assertThat(clock.instant()).hasToString("2026-06-08T08:00:00Z");
        nanos.set(600_000_000_000L);
        assertThat(clock.instant()).hasToString("2026-06-08T12:00:00Z");
        clock.nextEvening();
        assertThat(clock.instant()).hasToString("2026-06-08T18:00:00Z");
    }

    @Test
    void what_grows_after_the_third_night_is_named() {
        List<Night> nights =
                List.of(night(1, 10, 5), night(2, 30, 5), night(3, 20, 5), night(4, 23, 5), night(5, 21, 9));

        assertThat(SoakTable.of(1, nights).faults())
                .containsExactly("night 4: heap 23.0, night 3 20.0", "night 5: file handles 9.0, night 3 5.0");
    }

    private static Night night(int number, double heap, long handles) {
        return new Night(number, "SPENT", 1, 0, 0, 1, 30, new Footprint(heap, 10, handles), 0);
    }
}
