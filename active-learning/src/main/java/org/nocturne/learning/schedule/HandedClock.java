package org.nocturne.learning.schedule;

import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.quartz.CronExpression;

/**
 * Fires by a clock that was handed in, in the place of Quartz's timer, which knows the machine's clock alone. It goes the same way through the
 * store from there on. One that was missed is made up for once.
 */
public final class HandedClock {
    private final CronExpression cron;
    private final Clock clock;
    private final Schedule schedule;
    private Instant next;

    /** @param cron seconds first, as Quartz has it */
    public HandedClock(String cron, Clock clock, Schedule schedule) {
        try {
            this.cron = new CronExpression(cron);
        } catch (ParseException e) {
            throw new ScheduleException("cron expression '" + cron + "' cannot be scheduled: " + e.getMessage(), e);
        }
        this.clock = clock;
        this.schedule = schedule;
        this.next = after(clock.instant());
    }

    private Instant after(Instant instant) {
        Date date = cron.getNextValidTimeAfter(Date.from(instant));
        return date == null ? Instant.MAX : date.toInstant();
    }

    /** Fires if it is time to. */
    public void look() {
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            next = after(now);
            schedule.fireNow(Schedule.CLOCK_HAS_COME);
        }
    }
}
