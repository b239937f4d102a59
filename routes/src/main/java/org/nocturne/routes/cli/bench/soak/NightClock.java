package org.nocturne.routes.cli.bench.soak;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.LongSupplier;

/** A clock on which a night passes in seconds. It stands still at noon, until it is set to the next evening, so that it never goes back. */
final class NightClock extends Clock {
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private static final Duration UNTIL_NOON = Duration.ofHours(18);

    private final ZoneId zone;
    private final double speed;
    private final LongSupplier nanoTime;
    private volatile Instant evening;
    private volatile long sinceNanos;
    private volatile boolean begun;

    /** @param speed seconds that pass in one of the machine's */
    NightClock(LocalDate first, ZoneId zone, double speed, LongSupplier nanoTime) {
        this.zone = zone;
        this.speed = speed;
        this.nanoTime = nanoTime;
        this.evening = first.atTime(EVENING).atZone(zone).toInstant();
    }

    /** From now on time passes: a slow start must not cost the night. */
    synchronized void begin() {
        sinceNanos = nanoTime.getAsLong();
        begun = true;
    }

    /** It is the evening after this one, and stays so until the night begins. */
    synchronized void nextEvening() {
        evening = LocalDate.ofInstant(evening, zone)
                .plusDays(1)
                .atTime(EVENING)
                .atZone(zone)
                .toInstant();
        begun = false;
    }

    @Override
    public synchronized Instant instant() {
        if (!begun) {
            return evening;
        }
        Duration passed = Duration.ofNanos(Math.round(speed * (nanoTime.getAsLong() - sinceNanos)));
        return evening.plus(passed.compareTo(UNTIL_NOON) < 0 ? passed : UNTIL_NOON);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        throw new UnsupportedOperationException("a night has one zone");
    }
}
