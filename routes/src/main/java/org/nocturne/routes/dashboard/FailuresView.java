package org.nocturne.routes.dashboard;

import java.util.List;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.JobTally.FailureCount;

/** What failed, by step and cause, the most frequent first. */
record FailuresView(List<FailureCount> groups) {
    private static final int PAGE = 20;

    /**
     * Some failed attempts, the newest first.
     *
     * @param more whether there are older ones
     */
    record Page(List<Attempt> attempts, boolean more) {}

    record Attempt(long job, String subject, int attempt, String detail, String workDir) {
        static Attempt of(Job job) {
            return new Attempt(
                    job.id(),
                    job.subject().name(),
                    job.attempt(),
                    job.detail() == null ? "" : job.detail(),
                    job.workDir() == null ? "" : job.workDir());
        }
    }

    static FailuresView of(Seen seen) {
        return new FailuresView(seen.store().inTransaction(tx -> tx.tally().failureCounts()));
    }

    /** Asked by step and cause, before the number of a job. */
    static Page page(Seen seen, Query query) {
        Step step = query.named("step", Step::ofWord, "a step");
        Cause cause = query.named("cause", Cause::valueOf, "a cause");
        long before = query.number("before", Long.MAX_VALUE);
        List<Job> found = seen.store().inTransaction(tx -> tx.history().failed(step, cause, before, PAGE + 1));
        return new Page(found.stream().limit(PAGE).map(Attempt::of).toList(), found.size() > PAGE);
    }
}
