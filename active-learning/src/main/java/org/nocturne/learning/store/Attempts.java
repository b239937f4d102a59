package org.nocturne.learning.store;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Step;

/**
 * Attempts of one kind, counted.
 *
 * @param count how many
 * @param timed of these, those that were started and have ended, which took so many {@code seconds} from claim to end
 * @param coreSeconds of their processes
 * @param last when one last ended; null where none has
 */
record Attempts(
        int count,
        int timed,
        double seconds,
        double coreSeconds,
        @Nullable Instant last) {
    static final Attempts NONE = new Attempts(0, 0, 0, 0, null);

    /** What is told apart. */
    record Kind(
            Subject.Kind subject,
            Step step,
            Job.State state,
            @Nullable Cause cause,
            @Nullable String method) {}

    Attempts and(Attempts other) {
        return new Attempts(
                count + other.count,
                timed + other.timed,
                seconds + other.seconds,
                coreSeconds + other.coreSeconds,
                later(last, other.last));
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        return Optional.ofNullable(a)
                .filter(mine -> b == null || mine.isAfter(b))
                .orElse(b);
    }
}
