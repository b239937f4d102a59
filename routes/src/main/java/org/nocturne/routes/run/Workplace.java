package org.nocturne.routes.run;

import java.time.Duration;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.launch.Launcher;
import org.nocturne.core.work.Method;
import org.nocturne.learning.loop.RetryPlan;
import org.nocturne.learning.store.Job;

/**
 * Where jobs are done: by which code, who starts them, for how long, how many at once.
 *
 * @param limit of a job that nothing has made longer
 * @param retries to what the limit and the memory may grow
 * @param stalledAfter how long a job may write and compute nothing; zero for ever
 */
record Workplace(Code code, Launcher launcher, Duration limit, RetryPlan retries, int slots, Duration stalledAfter) {

    /** The code as this attempt wants it. */
    Code code(Job job) {
        return code.corrected(job.corrections());
    }

    Method method() {
        return code.method();
    }

    Duration limit(Job job) {
        return times(Math.min(job.corrections().time(), retries.mostTime()));
    }

    /** That no job may pass. */
    Duration longest() {
        return times(retries.mostTime());
    }

    double memoryFactor(Job job) {
        return Math.min(job.corrections().memory(), retries.mostMemory());
    }

    private Duration times(double factor) {
        return Duration.ofMillis(Math.round(factor * limit.toMillis()));
    }
}
