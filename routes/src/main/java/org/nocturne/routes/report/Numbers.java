package org.nocturne.routes.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.ensemble.Estimate;

/** Numbers and times as the report prints them; what is not known is a dash. */
final class Numbers {
    static final String DASH = "\u2013";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Numbers() {}

    static String fixed(@Nullable Double value, int digits) {
        if (value == null || !Double.isFinite(value)) {
            return DASH;
        }
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        return text.matches("-[0.]+") ? text.substring(1) : text.replace('-', '\u2212');
    }

    /** Three digits whatever the size: "0.0312", "1.25e\u221212". */
    static String significant(double value) {
        if (!Double.isFinite(value)) {
            return DASH;
        }
        double size = Math.abs(value);
        String text = size == 0 ? "0" : String.format(Locale.ROOT, size < 1e-3 || size >= 1e4 ? "%.2e" : "%.3g", value);
        return text.replace('-', '\u2212');
    }

    /** A number and its standard error, "0.312 \u00b1 0.021"; the error is left out where one value tells of none. */
    static String withError(Estimate estimate, double unit) {
        String value = significant(unit * estimate.value());
        return Double.isFinite(estimate.standardError())
                ? value + " \u00b1 " + significant(unit * estimate.standardError())
                : value;
    }

    static String perCent(@Nullable Double fraction, int digits) {
        return fraction == null || !Double.isFinite(fraction) ? DASH : fixed(100 * fraction, digits) + " %";
    }

    /** "3 frames", "1 frame". */
    static String counted(long count, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s")
                .replace(',', '\u202f');
    }

    static String at(Instant instant) {
        return MINUTE.format(instant);
    }

    /** "42.0 s", "12 min", "7 h 31 min". */
    static String lasting(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes < 2) {
            return fixed(duration.toMillis() / 1000.0, 1) + " s";
        }
        return minutes < 120 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
