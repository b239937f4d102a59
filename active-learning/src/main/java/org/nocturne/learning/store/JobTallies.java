package org.nocturne.learning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Attempts.Kind;

/**
 * Counts jobs without reading them all: one that has ended never changes again, so its part is kept, and a count reads those alone that were
 * open or not there when that was last brought forward. Job ids rise in the {@link CommitOrder}, so none turns up later below those that are known.
 *
 * <p>A count is of the transaction that asks, with what it has changed itself. What is kept is brought forward by one that has changed nothing, because
 * what is not committed may never be.
 */
final class JobTallies {
    /** Further jobs that have ended, beyond which a count would become slow. */
    private static final int MOST_FURTHER = 200;

    private static final String COUNTED = """
            select j.subject_kind, j.step, j.state, j.cause, j.method_id, count(*) as n, max(j.id) as id,
                   count(j.started_at) as timed,
                   sum(case when j.started_at is null then 0
                            else greatest(0, extract(epoch from (j.ended_at - j.started_at))) end) as seconds,
                   sum(coalesce(e.seconds * e.cores, 0)) as core_seconds, max(j.ended_at) as ended
            from job j left join effort e on e.job_id = j.id
            """;

    private static final String BY_KIND = " group by j.subject_kind, j.step, j.state, j.cause, j.method_id\n";

    /**
     * What has ended since what is kept was brought forward, by kind; what was open then and has ended; what is open, one by one; candidates, and those
     * that are held. Of one statement, so that all of it is of one moment.
     */
    private static final String BEYOND_WHAT_IS_KEPT = COUNTED
            + "where j.id > :last and j.ended_at is not null" + BY_KIND
            + "union all " + COUNTED
            + "where j.id = any(:open) and j.ended_at is not null" + BY_KIND
            + """
            union all
            select subject_kind, step, state, null, null, 1, id, 0, 0, 0, null from job where state in ('PENDING', 'RUNNING')
            union all
            select 'all', null, null, null, null, (select coalesce(max(id), 0) from candidate), 0, 0, 0, 0, null
            union all
            select 'held', null, null, null, null, (select count(*) from held), 0, 0, 0, 0, null
            """;

    /** What is kept: {@code ended} of all jobs up to {@code last} but for those that were {@code open}. */
    private record Kept(long last, Long[] open, Map<Kind, Attempts> ended) {}

    private volatile Kept kept = new Kept(0, new Long[0], Map.of());
    private volatile boolean isFarBehind;

    /**
     * As the transaction of this handle sees it.
     *
     * @param unchanged whether it has not changed anything so far, so that all it sees is committed
     */
    JobTally now(Handle handle, boolean unchanged) {
        Reading reading = read(handle);
        if (reading.endedSince > MOST_FURTHER) {
            if (unchanged) {
                advance(reading);
            } else {
                isFarBehind = true;
            }
        }
        return reading.tally();
    }

    private synchronized void advance(Reading committed) {
        if (committed.before == kept) { // else another was faster
            kept = committed.kept();
        }
    }

    /** Brings forward what is kept, where a count in a transaction with changes has read far; for between transactions. */
    void keepUp(Jdbi jdbi) {
        if (isFarBehind) {
            isFarBehind = false;
            advance(jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, this::read));
        }
    }

    private Reading read(Handle handle) {
        Reading reading = new Reading(kept);
        handle.createQuery(BEYOND_WHAT_IS_KEPT)
                .bind("last", reading.before.last())
                .bindArray("open", Long.class, (Object[]) reading.before.open())
                .map((rs, ctx) -> reading.add(rs))
                .forEach(row -> {});
        return reading;
    }

    /** What is kept, and what was read beyond it. */
    private static final class Reading {
        private final Kept before;
        private final Map<Kind, Attempts> ended;
        private final Map<Kind, Attempts> open = new HashMap<>();
        private final List<Long> openIds = new ArrayList<>();
        private long last;
        private int endedSince;
        private int candidates;
        private int held;

        Reading(Kept before) {
            this.before = before;
            this.ended = new HashMap<>(before.ended());
            this.last = before.last();
        }

        boolean add(ResultSet rs) throws SQLException {
            switch (rs.getString("subject_kind")) {
                case "all" -> candidates = rs.getInt("n");
                case "held" -> held = rs.getInt("n");
                default -> add(rs.getLong("id"), kind(rs), attempts(rs));
            }
            return true;
        }

        private void add(long id, Kind kind, Attempts attempts) {
            last = Math.max(last, id);
            if (attempts.last() == null) {
                open.merge(kind, attempts, Attempts::and);
                openIds.add(id);
            } else {
                ended.merge(kind, attempts, Attempts::and);
                endedSince += attempts.count();
            }
        }

        private static Attempts attempts(ResultSet rs) throws SQLException {
            return new Attempts(
                    rs.getInt("n"),
                    rs.getInt("timed"),
                    rs.getDouble("seconds"),
                    rs.getDouble("core_seconds"),
                    JobTable.instant(rs, "ended"));
        }

        private static Kind kind(ResultSet rs) throws SQLException {
            @Nullable String cause = rs.getString("cause");
            return new Kind(
                    Subject.Kind.valueOf(rs.getString("subject_kind").toUpperCase(Locale.ROOT)),
                    Step.ofWord(rs.getString("step")),
                    Job.State.valueOf(rs.getString("state")),
                    cause == null ? null : Cause.valueOf(cause),
                    rs.getString("method_id"));
        }

        Kept kept() {
            return new Kept(last, openIds.toArray(new Long[0]), Map.copyOf(ended));
        }

        JobTally tally() {
            Map<Kind, Attempts> all = new HashMap<>(ended);
            open.forEach((kind, attempts) -> all.merge(kind, attempts, Attempts::and));
            long firstOpen = openIds.stream().mapToLong(id -> id).min().orElse(last + 1);
            return new JobTally(all, candidates, held, firstOpen - 1);
        }
    }
}
