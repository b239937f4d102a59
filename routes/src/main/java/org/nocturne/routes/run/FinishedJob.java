package org.nocturne.routes.run;

import java.time.Duration;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Outcome;
import org.nocturne.learning.store.Job;

/**
 * A job whose process has ended: what it answered and how long it took.
 *
 * @param left processes that it had left behind, and that were ended
 * @param asOne whether a run of many failed for all of them
 */
public record FinishedJob(Job job, Method method, Outcome outcome, Duration took, int left, boolean asOne) {

    public FinishedJob(Job job, Method method, Outcome outcome, Duration took) {
        this(job, method, outcome, took, 0, false);
    }
}
