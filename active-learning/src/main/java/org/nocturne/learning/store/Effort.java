package org.nocturne.learning.store;

import java.time.Duration;

/**
 * What an attempt took.
 *
 * @param took wall time of the calculation itself, without any time in a queue
 * @param cores that it had
 */
public record Effort(Duration took, int cores) {

    public Effort {
        if (took.isNegative() || cores < 1) {
            throw new IllegalArgumentException(
                    "an attempt took " + took + " on " + cores + " cores; wanted are no less than 0 s and 1 core");
        }
    }

    double seconds() {
        return took.toMillis() / 1000.0;
    }
}
