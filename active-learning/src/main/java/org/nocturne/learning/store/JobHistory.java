package org.nocturne.learning.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.JobTally.StepTime;

/** What has become of jobs, a page at a time, however many there are. */
public final class JobHistory {
    private final Handle handle;

    JobHistory(Handle handle) {
        this.handle = handle;
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

    /**
     * Attempts at each step that were done since then, with the seconds that they took. The words for their state keep H2 from going through all
     * that are done in place of those of the last hour.
     */
    public List<StepTime> doneSince(Instant then) {
        return handle.createQuery("""
                        select step, count(*) as jobs,
                               sum(greatest(0, extract(epoch from (ended_at - started_at)))) as seconds
                        from job where coalesce(state, '') = 'DONE' and started_at is not null and ended_at >= :then
                        group by step order by step
                        """)
                .bind("then", JobTable.utc(then))
                .map((rs, ctx) -> new StepTime(rs.getString("step"), rs.getInt("jobs"), rs.getDouble("seconds")))
                .list();
    }
}
