package org.nocturne.learning.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.JobTable.StepTime;

/** What has become of jobs, counted and a page at a time, however many there are. */
public final class JobHistory {
    private final Handle handle;

    JobHistory(Handle handle) {
        this.handle = handle;
    }

    /** How often attempts at a step failed for one cause, and when that last happened. */
    public record FailureCount(String step, String cause, int attempts, Instant last) {}

    /** The most frequent first. */
    public List<FailureCount> failureCounts() {
        return handle.createQuery("""
                        select step, cause, count(*) as attempts, max(ended_at) as last from job where state = 'FAILED'
                        group by step, cause order by attempts desc, step, cause
                        """)
                .map((rs, ctx) -> new FailureCount(
                        rs.getString("step"),
                        rs.getString("cause"),
                        rs.getInt("attempts"),
                        Objects.requireNonNull(JobTable.instant(rs, "last"))))
                .list();
    }

    /** Some attempts at a step that failed for this cause, the newest first. */
    public List<Job> failed(Step step, Cause cause, long before, int limit) {
        return handle.createQuery("""
                        select * from attempt
                        where state = 'FAILED' and step = :step and cause = :cause and id < :before
                        order by id desc limit :limit
                        """)
                .bind("step", step.word())
                .bind("cause", cause.name())
                .bind("before", before)
                .bind("limit", limit)
                .map(JobTable::map)
                .list();
    }

    /** Attempts at each step that were done since then, with the seconds that they took. */
    public List<StepTime> doneSince(Instant then) {
        return handle.createQuery("""
                        select step, count(*) as jobs,
                               sum(greatest(0, extract(epoch from ended_at) - extract(epoch from started_at))) as seconds
                        from job where state = 'DONE' and started_at is not null and ended_at >= :then
                        group by step order by step
                        """)
                .bind("then", JobTable.utc(then))
                .map((rs, ctx) -> new StepTime(rs.getString("step"), rs.getInt("jobs"), rs.getDouble("seconds")))
                .list();
    }
}
