package org.nocturne.routes.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the records of the configuration ask of their values. */
final class Wanted {
    private Wanted() {}

    static <T> T present(String key, @Nullable T value, String wanted) {
        if (value == null) {
            throw new ConfigValueException(key, "is missing; wanted is " + wanted);
        }
        return value;
    }

    static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    static int atLeast(String key, int value, int least) {
        if (value < least) {
            throw new ConfigValueException(key, "is " + value + "; it must be at least " + least);
        }
        return value;
    }

    static double atLeast(String key, double value, double least, String unit) {
        if (!(value >= least) || Double.isInfinite(value)) {
            throw new ConfigValueException(
                    key, "is " + value + " " + unit + "; it must be at least " + least + " " + unit);
        }
        return value;
    }

    static double above(String key, double value, double bound, String unit) {
        if (!(value > bound) || Double.isInfinite(value)) {
            String in = unit.isEmpty() ? "" : " " + unit;
            throw new ConfigValueException(key, "is " + value + in + "; it must be above " + bound + in);
        }
        return value;
    }

    static String oneOf(String key, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            throw new ConfigValueException(key, "is '" + value + "'; it must be one of " + String.join(", ", allowed));
        }
        return value;
    }
}
