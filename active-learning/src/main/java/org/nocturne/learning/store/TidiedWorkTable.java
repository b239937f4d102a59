package org.nocturne.learning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.store.TidiedWork.Became;

/** Work directories of jobs that are done, and what has become of them. Those of failed or cancelled jobs have no row. */
public final class TidiedWorkTable {
    private final Handle handle;
    private final Instant now;

    TidiedWorkTable(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    public void insert(TidiedWork work) {
        @Nullable StoredFile archive = work.archive();
        handle.createUpdate("""
                        insert into tidied_work (job_id, became, archive, sha256, before_bytes, after_bytes, cleared, tidied_at)
                        values (:job, :became, :archive, :sha, :before, :after, :cleared, :now)
                        """)
                .bind("job", work.job())
                .bind("became", work.became().word())
                .bind("archive", archive == null ? null : archive.path())
                .bind("sha", archive == null ? null : archive.sha256())
                .bind("before", work.beforeBytes())
                .bind("after", work.afterBytes())
                .bind("cleared", work.cleared())
                .bind("now", JobTable.utc(now))
                .execute();
    }

    /** The directory of this job has gone. */
    public void cleared(long job) {
        handle.createUpdate("update tidied_work set cleared = true where job_id = :job")
                .bind("job", job)
                .execute();
    }

    /** Those whose directory is to go and may still be there: a runner has died in between. */
    public List<TidiedWork> uncleared() {
        return handle.createQuery("""
                        select t.*, j.work_dir from tidied_work t join job j on j.id = t.job_id
                        where t.cleared = false and t.became in ('packed', 'removed') order by t.job_id
                        """).map((rs, ctx) -> tidied(rs)).list();
    }

    /** Oldest first. */
    public List<TidiedWork> all() {
        return handle.createQuery("""
                        select t.*, j.work_dir from tidied_work t join job j on j.id = t.job_id order by t.job_id
                        """).map((rs, ctx) -> tidied(rs)).list();
    }

    /** How many directories have become one thing, and the bytes of their files before and of their archives after. */
    public record Sum(Became became, int directories, long beforeBytes, long afterBytes) {}

    public List<Sum> sums() {
        return handle.createQuery("""
                        select became, count(*) as n, sum(before_bytes) as before_bytes, sum(after_bytes) as after_bytes
                        from tidied_work group by became
                        """)
                .map((rs, ctx) ->
                        new Sum(became(rs), rs.getInt("n"), rs.getLong("before_bytes"), rs.getLong("after_bytes")))
                .list();
    }

    private static Became became(ResultSet rs) throws SQLException {
        return Became.valueOf(rs.getString("became").toUpperCase(Locale.ROOT));
    }

    private static TidiedWork tidied(ResultSet rs) throws SQLException {
        String archive = rs.getString("archive");
        return new TidiedWork(
                rs.getLong("job_id"),
                rs.getString("work_dir"),
                became(rs),
                archive == null ? null : new StoredFile(archive, rs.getString("sha256")),
                rs.getLong("before_bytes"),
                rs.getLong("after_bytes"),
                rs.getBoolean("cleared"));
    }
}
