package org.nocturne.routes.run;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The time in the name of a file that is kept beside another: 20261129T064512.120Z. */
final class Stamp {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Stamp() {}

    static String of(Clock clock) {
        return FORM.format(clock.instant());
    }
}
