package org.nocturne.learning.loop;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a campaign is to end, as a person says it: a time of day, which is the next one of that kind, a date with a time, or one with its
 * offset.
 *
 * @param text such as 07:00, 2026-11-29T07:00 or 2026-11-29T07:00+01:00
 */
public record Deadline(String text) {

    public Deadline {
        if (parsed(text).isEmpty()) {
            throw new IllegalArgumentException("is '" + text
                    + "'; wanted is a time of day such as 07:00, or a date with one, such as 2026-11-29T07:00");
        }
    }

    /** The instant that is meant by somebody who says it now, in this zone. A date may lie in the past, a time of day never does. */
    public Instant after(Instant now, ZoneId zone) {
        return parsed(text).orElseThrow().after(now, zone);
    }

    private interface Meaning {
        Instant after(Instant now, ZoneId zone);
    }

    private static Optional<Meaning> parsed(String text) {
        String iso = text.strip().replace(' ', 'T');
        return tried(() -> {
                    LocalTime time = LocalTime.parse(iso);
                    return (now, zone) -> next(time, now, zone);
                })
                .or(() -> tried(() -> {
                    LocalDateTime local = LocalDateTime.parse(iso);
                    return (now, zone) -> local.atZone(zone).toInstant();
                }))
                .or(() -> tried(() -> {
                    Instant instant = OffsetDateTime.parse(iso).toInstant();
                    return (now, zone) -> instant;
                }));
    }

    private static Instant next(LocalTime time, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Instant ofToday = today.atTime(time).atZone(zone).toInstant();
        return ofToday.isAfter(now)
                ? ofToday
                : today.plusDays(1).atTime(time).atZone(zone).toInstant();
    }

    private interface Parsing {
        Meaning parse();
    }

    private static Optional<Meaning> tried(Parsing parsing) {
        try {
            return Optional.of(parsing.parse());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
