package org.nocturne.learning.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.learning.store.Store;

class ScheduleTest {
    @TempDir
    Path dir;

    private final LinkedBlockingQueue<String> fired = new LinkedBlockingQueue<>();
    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(Store.urlInside(dir), "sa", "", Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void cron_fires_by_the_clock() throws Exception {
        try (Schedule schedule = Schedule.open(store, "test-cron", fired::add)) {
            schedule.everyCron("* * * * * ?");
            schedule.start();

            assertThat(fired.poll(5, TimeUnit.SECONDS)).isEqualTo("clock");
        }
    }

    /** With Quartz's timer out of it; from the trigger on it goes the same way through the store. */
    @Test
    void a_clock_that_is_handed_in_fires_when_it_has_come_to_the_hour_and_not_before() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-06-07T18:00:00Z"));
        Clock clock = new SetClock(now);
        try (Schedule schedule = Schedule.open(store, "test-handed", fired::add)) {
            HandedClock handed = new HandedClock("0 0 * * * ?", clock, schedule);
            schedule.start();

            now.set(Instant.parse("2026-06-07T18:59:59Z"));
            handed.look();
            assertThat(fired.poll(1, TimeUnit.SECONDS)).isNull();

            now.set(Instant.parse("2026-06-07T23:30:00Z"));
            handed.look();
            handed.look();
            assertThat(fired.poll(5, TimeUnit.SECONDS)).isEqualTo("clock");
            assertThat(fired.poll(1, TimeUnit.SECONDS)).isNull();
        }
    }

    @Test
    void a_firing_asked_for_before_a_crash_comes_after_it() throws Exception {
        try (Schedule schedule = Schedule.open(store, "test-crash", fired::add)) {
            schedule.fireNow("labels"); // never started: the runner dies here
        }
        assertThat(fired).isEmpty();

        try (Schedule schedule = Schedule.open(store, "test-crash", fired::add)) {
            schedule.start();

            assertThat(fired.poll(5, TimeUnit.SECONDS)).isEqualTo("labels");
        }
    }

    @Test
    void a_bad_cron_expression_is_named() {
        try (Schedule schedule = Schedule.open(store, "test-bad", fired::add)) {
            assertThatThrownBy(() -> schedule.everyCron("whenever")).hasMessageContaining("whenever");
        }
    }

    @Test
    void a_cron_expression_is_known_before_it_is_scheduled() {
        assertThat(Schedule.isCron("0 0/5 * * * ?")).isTrue();
        assertThat(Schedule.isCron("*/5 * * * *")).isFalse(); // five fields: cron of Unix
        assertThat(Schedule.isCron("whenever")).isFalse();
    }

    private static final class SetClock extends Clock {
        private final AtomicReference<Instant> now;

        SetClock(AtomicReference<Instant> now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
