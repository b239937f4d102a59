package org.nocturne.adapters.launch;

import java.util.Optional;
import org.nocturne.core.work.Cause;

/**
 * Why Nocturne ends a run.
 *
 * @param cause TIMED_OUT, STALLED or CANCELLED
 * @param seen of the run, in one sentence; empty where the cause says all
 */
public record Reason(Cause cause, Optional<String> seen) {

    public static Reason seen(Cause cause, String sentence) {
        return new Reason(cause, Optional.of(sentence.replaceAll("\\s+", " ").strip()));
    }
}
