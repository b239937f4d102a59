package org.nocturne.adapters.watch;

import java.time.Duration;
import java.util.Optional;

/**
 * One look at a run.
 *
 * @param nanos by a clock that nobody sets, such as {@link System#nanoTime}
 * @param processor time used so far; empty where it is not known
 */
public record Sample(long nanos, Output output, Optional<Duration> processor) {

    Duration since(Sample earlier) {
        return Duration.ofNanos(nanos - earlier.nanos);
    }
}
