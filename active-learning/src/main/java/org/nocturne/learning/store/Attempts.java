package org.nocturne.learning.store;

import java.time.Duration;
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

    /** One, with its times where it has them; a clock that was set back meanwhile takes nothing away. */
    static Attempts one(@Nullable Instant started, @Nullable Instant ended, double coreSeconds) {
        if (started == null || ended == null) {
            return new Attempts(1, 0, 0, coreSeconds, ended);
        }
        double seconds = Math.max(0, Duration.between(started, ended).toMillis() / 1000.0);
        return new Attempts(1, 1, seconds, coreSeconds, ended);
    }

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
