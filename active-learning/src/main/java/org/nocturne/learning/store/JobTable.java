package org.nocturne.learning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Corrections;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Step;

/** Jobs and their states: PENDING to RUNNING to DONE, FAILED or CANCELLED; a retry is a new attempt. */
public final class JobTable {
    private static final int MOST_DETAIL = 2000;
    /** Attempts that say how long one takes: those of a night in which the machine was as it is now. */
    private static final int TYPICAL_OF = 100;

    private final Handle handle;
    private final Instant now;

    JobTable(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /** Queues the next attempt at a step, which does as the first one. */
    public void enqueue(Subject subject, Step step) {
        enqueue(subject, step, Corrections.NONE);
    }

    /** Queues the next attempt at a step. */
    public void enqueue(Subject subject, Step step, Corrections corrections) {
        CommitOrder.take(handle);
        handle.createUpdate("""
                        insert into job (subject_kind, subject_id, step, attempt, state, created_at)
                        select :kind, :id, :step, coalesce(max(attempt), 0) + 1, 'PENDING', :now
                        from job where subject_kind = :kind and subject_id = :id and step = :step
                        """)
                .bind("kind", subject.kind().word())
                .bind("id", subject.id())
                .bind("step", step.word())
                .bind("now", utc(now))
                .execute();
        if (!corrections.isEmpty()) {
            handle.createUpdate("""
                            insert into correction (job_id, corrections)
                            select max(id), :corrections from job
                            where subject_kind = :kind and subject_id = :id and step = :step
                            """)
                    .bind("kind", subject.kind().word())
                    .bind("id", subject.id())
                    .bind("step", step.word())
                    .bind("corrections", CorrectionsCodec.write(corrections))
                    .execute();
        }
    }

    /** Attempts that do otherwise than the first one at their step, oldest first. */
    public List<Job> corrected() {
        return handle.createQuery("select * from attempt where corrections is not null order by id")
                .map(JobTable::map)
                .list();
    }

    /** How many attempts do otherwise than the first one at their step. */
    public int countCorrected() {
        return handle.createQuery("select count(*) from correction")
                .mapTo(Integer.class)
                .one();
    }

    /** Keeps what failed before any process was started for it. */
    public void insertFailed(Subject subject, Step step, Cause cause, String detail) {
        CommitOrder.take(handle);
        handle.createUpdate("""
                        insert into job (subject_kind, subject_id, step, attempt, state, cause, detail, created_at, ended_at)
                        values (:kind, :id, :step, 1, 'FAILED', :cause, :detail, :now, :now)
                        """)
                .bind("kind", subject.kind().word())
                .bind("id", subject.id())
                .bind("step", step.word())
                .bind("cause", cause.name())
                .bind("detail", shortened(detail))
                .bind("now", utc(now))
                .execute();
    }

    private static @Nullable String shortened(@Nullable String detail) {
        return detail == null || detail.length() <= MOST_DETAIL ? detail : detail.substring(0, MOST_DETAIL);
    }

    /** The steps that have pending jobs, that of the oldest job first. */
    public List<Step> pendingSteps() {
        return handle.createQuery("select step from job where state = 'PENDING' group by step order by min(id)")
                .mapTo(String.class)
                .map(Step::ofWord)
                .list();
    }

    /**
     * Claims up to {@code limit} pending jobs of a step, oldest first: the intent is in the store before anything starts. Of two
     * runners that ask at once one may get nothing although there is something; it asks again.
     *
     * @param runner whose they are from now on
     */
    public List<Job> claim(Step step, int limit, @Nullable String runner) {
        List<Long> ids = handle.createQuery("""
                        select id from job where state = 'PENDING' and step = :step
                        order by id limit :limit for update
                        """)
                .bind("step", step.word())
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
        for (long id : ids) {
            String token = UUID.randomUUID().toString();
            handle.createUpdate("""
                            update job set state = 'RUNNING', token = :token, work_dir = :dir, started_at = :now,
                                   runner_id = :runner
                            where id = :id
                            """)
                    .bind("token", token)
                    .bind("dir", workDir(token))
                    .bind("now", utc(now))
                    .bind("runner", runner)
                    .bind("id", id)
                    .execute();
        }
        return ids.stream().map(id -> find(id).orElseThrow()).toList();
    }

    static String workDir(String token) {
        return "work/" + token.substring(0, 2) + "/" + token.substring(2).replace("-", "");
    }

    /**
     * What waits at a step.
     *
     * @param oldest when the first of them was queued; the epoch where there is none
     * @param newest when the last of them was
     */
    public record Waiting(int jobs, Instant oldest, Instant newest) {}

    public Waiting waiting(Step step) {
        return handle.createQuery("""
                        select count(*) as jobs, min(created_at) as oldest, max(created_at) as newest
                        from job where state = 'PENDING' and step = :step
                        """)
                .bind("step", step.word())
                .map((rs, ctx) -> {
                    Instant oldest = instant(rs, "oldest");
                    Instant newest = instant(rs, "newest");
                    return new Waiting(
                            rs.getInt("jobs"),
                            oldest == null ? Instant.EPOCH : oldest,
                            newest == null ? Instant.EPOCH : newest);
                })
                .one();
    }

    /** Pending jobs of a step, oldest first. */
    public List<Job> pending(Step step, int limit) {
        return handle.createQuery(
                        "select * from attempt where state = 'PENDING' and step = :step order by id limit :limit")
                .bind("step", step.word())
                .bind("limit", limit)
                .map(JobTable::map)
                .list();
    }

    /**
     * Jobs after this one that are done, had a work directory, and of which nobody has said yet what becomes of it; oldest first. A directory that is
     * shared is that of the last job of its run, and stays where another of them has failed. The words for their state keep H2 from going through all that are done in place of the few that come after.
     */
    public List<Job> untidied(long after, int limit) {
        return handle.createQuery("""
                        select a.* from attempt a
                        where a.id > :after and coalesce(a.state, '') = 'DONE' and a.work_dir is not null
                          and not exists (select 1 from tidied_work t where t.job_id = a.id)
                          and (a.place is null
                               or not exists (select 1 from shared_run s join job o on o.id = s.job_id
                                              where s.token = a.token and (o.state <> 'DONE' or o.id > a.id)))
                        order by a.id limit :limit
                        """)
                .bind("after", after)
                .bind("limit", limit)
                .map(JobTable::map)
                .list();
    }

    public Optional<Job> find(long id) {
        return handle.createQuery("select * from attempt where id = :id")
                .bind("id", id)
                .map(JobTable::map)
                .findOne();
    }

    /** Running jobs of one runner. The words for the runner keep H2 from going through all that it ever ran. */
    public List<Job> running(String runner) {
        return handle.createQuery("""
                        select * from attempt where state = 'RUNNING' and coalesce(runner_id, '') = :runner order by id
                        """).bind("runner", runner).map(JobTable::map).list();
    }

    /** Running jobs of all runners. */
    public List<Job> running() {
        return handle.createQuery("select * from attempt where state = 'RUNNING' order by id")
                .map(JobTable::map)
                .list();
    }

    /** Running jobs whose runner has ended, or is not known. */
    public List<Job> orphans() {
        return handle.createQuery("""
                        select * from attempt where state = 'RUNNING'
                          and (runner_id is null or runner_id in (select id from runner where ended_at is not null))
                        order by id
                        """).map(JobTable::map).list();
    }

    /** Makes a running job that of another runner; false where it has ended or a third one was faster. */
    public boolean adopt(Job job, String runner) {
        return handle.createUpdate("""
                                update job set runner_id = :runner
                                where id = :id and state = 'RUNNING' and coalesce(runner_id, '') = :before
                                """)
                        .bind("runner", runner)
                        .bind("id", job.id())
                        .bind("before", job.runner() == null ? "" : job.runner())
                        .execute()
                == 1;
    }

    /** Every attempt, oldest first. */
    public List<Job> all() {
        return handle.createQuery("select * from attempt order by id")
                .map(JobTable::map)
                .list();
    }

    public List<Job> of(Subject subject) {
        return handle.createQuery("select * from attempt where subject_kind = :kind and subject_id = :id order by id")
                .bind("kind", subject.kind().word())
                .bind("id", subject.id())
                .map(JobTable::map)
                .list();
    }

    public List<Job> failed() {
        return handle.createQuery("select * from attempt where state = 'FAILED' order by id")
                .map(JobTable::map)
                .list();
    }

    public int count(Job.State state) {
        return handle.createQuery("select count(*) from job where state = :state")
                .bind("state", state.name())
                .mapTo(Integer.class)
                .one();
    }

    public int count(Step step, Job.State state) {
        return handle.createQuery("select count(*) from job where state = :state and step = :step")
                .bind("state", state.name())
                .bind("step", step.word())
                .mapTo(Integer.class)
                .one();
    }

    /** Whether any job of this kind of subject is still to be done. */
    public boolean anyOpen(Subject.Kind kind) {
        return handle.createQuery("""
                        select count(*) from job where subject_kind = :kind and state in ('PENDING', 'RUNNING')
                        """)
                        .bind("kind", kind.word())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Ends a running job; false where it had ended already, so that no result is recorded twice. */
    public boolean end(
            Job job,
            Job.State state,
            @Nullable Cause cause,
            @Nullable String detail,
            @Nullable Method method,
            Effort effort) {
        if (method != null) {
            insertMethod(method);
        }
        boolean ended = handle.createUpdate("""
                        update job set state = :state, cause = :cause, detail = :detail, method_id = :method, ended_at = :now
                        where id = :id and state = 'RUNNING'
                        """)
                        .bind("state", state.name())
                        .bind("cause", cause == null ? null : cause.name())
                        .bind("detail", shortened(detail))
                        .bind("method", method == null ? null : method.id())
                        .bind("now", utc(now))
                        .bind("id", job.id())
                        .execute()
                == 1;
        if (ended) {
            handle.createUpdate("insert into effort (job_id, seconds, cores) values (:job, :seconds, :cores)")
                    .bind("job", job.id())
                    .bind("seconds", effort.seconds())
                    .bind("cores", effort.cores())
                    .execute();
        }
        return ended;
    }

    /** The middle one of the times from claim to end of the last attempts at a step that were done; empty where there is none. */
    public Optional<Duration> typicalTime(Step step) {
        List<Double> seconds =
                handle.createQuery("""
                        select extract(epoch from ended_at) - extract(epoch from started_at) as seconds
                        from job where state = 'DONE' and step = :step
                        order by state desc, step desc, id desc limit :limit
                        """).bind("step", step.word()).bind("limit", TYPICAL_OF).mapTo(Double.class).stream()
                        .sorted()
                        .toList();
        return seconds.isEmpty()
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.round(1000 * seconds.get(seconds.size() / 2))));
    }

    private void insertMethod(Method method) {
        handle.createUpdate("""
                        insert into method (id, code, version, potential, settings)
                        select :id, :code, :version, :potential, :settings
                        where not exists (select 1 from method where id = :id)
                        """)
                .bind("id", method.id())
                .bind("code", method.code())
                .bind("version", method.version())
                .bind("potential", method.potential())
                .bind("settings", method.settings())
                .execute();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime value = rs.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static Job map(ResultSet rs, StatementContext context) throws SQLException {
        String cause = rs.getString("cause");
        return new Job(
                rs.getLong("id"),
                Subject.of(rs.getString("subject_kind"), rs.getInt("subject_id")),
                Step.ofWord(rs.getString("step")),
                rs.getInt("attempt"),
                Job.State.valueOf(rs.getString("state")),
                rs.getString("token"),
                rs.getString("work_dir"),
                cause == null ? null : Cause.valueOf(cause),
                rs.getString("detail"),
                instant(rs, "started_at"),
                instant(rs, "ended_at"),
                rs.getString("runner_id"),
                CorrectionsCodec.read(rs.getString("corrections")),
                rs.getObject("place", Integer.class));
    }
}
