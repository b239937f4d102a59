package org.nocturne.learning.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.nocturne.core.work.Cause;

/** Runs of many jobs: one process does them together, and each ends as a job of its own. */
public final class SharedRunTable {
    private final Handle handle;
    private final Instant now;

    SharedRunTable(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /**
     * Claims these jobs for one run: the intent of all of them is in the store before anything starts.
     *
     * @param pending in the order of their places; at least one
     * @param workDir where an earlier run of the same jobs was interrupted; empty for a directory of its own
     * @return the jobs as they run now; none where another runner was faster with one of them
     */
    public List<Job> claim(List<Job> pending, String runner, Optional<String> workDir) {
        List<Long> ids = pending.stream().map(Job::id).toList();
        int free = handle.createQuery(
                        "select id from job where id in (<ids>) and state = 'PENDING' order by id for update")
                .bindList("ids", ids)
                .mapTo(Long.class)
                .list()
                .size();
        if (free < ids.size()) {
            return List.of();
        }
        String token = UUID.randomUUID().toString();
        for (int place = 0; place < ids.size(); place++) {
            handle.createUpdate("""
                            update job set state = 'RUNNING', work_dir = :dir, started_at = :now, runner_id = :runner
                            where id = :id
                            """)
                    .bind("dir", workDir.orElseGet(() -> JobTable.workDir(token)))
                    .bind("now", JobTable.utc(now))
                    .bind("runner", runner)
                    .bind("id", ids.get(place))
                    .execute();
            handle.createUpdate("insert into shared_run (job_id, token, place) values (:id, :token, :place)")
                    .bind("id", ids.get(place))
                    .bind("token", token)
                    .bind("place", place)
                    .execute();
        }
        return of(token);
    }

    /** All jobs of the run of this one, in their places, whatever has become of them; this one alone where its run is its own. */
    public List<Job> of(Job job) {
        return job.sharesItsRun() ? of(job.claimedToken()) : List.of(job);
    }

    private List<Job> of(String token) {
        return handle.createQuery("""
                        select a.* from shared_run r join attempt a on a.id = r.job_id where r.token = :token order by r.place
                        """).bind("token", token).map(JobTable::map).list();
    }

    /** The jobs of the run in which this step of this subject was tried last, if that was shared and ended by its surroundings. */
    public Optional<List<Job>> interruptedBefore(Job pending) {
        return sharedBefore(pending)
                .filter(before -> Optional.ofNullable(before.cause())
                        .filter(Cause::isOfTheSurroundings)
                        .isPresent())
                .map(this::of);
    }

    /** Whether it failed by itself as one of many, and is to be done as it was: then it goes alone. */
    public boolean goesAlone(Job pending) {
        return sharedBefore(pending)
                .filter(before -> before.corrections().equals(pending.corrections()))
                .flatMap(before -> Optional.ofNullable(before.cause()))
                .filter(cause -> !cause.isOfTheSurroundings())
                .isPresent();
    }

    private Optional<Job> sharedBefore(Job pending) {
        return handle.createQuery("""
                        select * from attempt where subject_kind = :kind and subject_id = :id and step = :step and attempt = :attempt
                        """)
                .bind("kind", pending.subject().kind().word())
                .bind("id", pending.subject().id())
                .bind("step", pending.step().word())
                .bind("attempt", pending.attempt() - 1)
                .map(JobTable::map)
                .findOne()
                .filter(Job::sharesItsRun);
    }
}
