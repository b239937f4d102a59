package org.nocturne.learning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
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
 * <p>A count is of the transaction that asks, with what it has changed itself. What is kept is brought forward by a transaction of its
 * own, because what another has not committed may never be.
 */
final class JobTallies {
    /** Further jobs that have ended, beyond which a count would become slow. */
    private static final int MOST_FURTHER = 200;

    /** Of one statement, so that all of it is of one moment. */
    private static final String BEYOND_WHAT_IS_KEPT = """
            select j.id, j.subject_kind, j.step, j.state, j.cause, j.method_id, j.started_at, j.ended_at,
                   e.seconds * e.cores as core_seconds
            from job j left join effort e on e.job_id = j.id
            where j.id > :last
            union all
            select j.id, j.subject_kind, j.step, j.state, j.cause, j.method_id, j.started_at, j.ended_at,
                   e.seconds * e.cores as core_seconds
            from job j left join effort e on e.job_id = j.id
            where j.id = any(:open)
            union all
            select (select coalesce(max(id), 0) from candidate), 'all', null, null, null, null, null, null,
                   (select count(*) from held)
            """;

    /** What is kept: {@code ended} of all jobs up to {@code last} but for those that were {@code open}. */
    private record Kept(long last, Long[] open, Map<Kind, Attempts> ended) {}

    private final ReentrantLock advancing = new ReentrantLock();
    private volatile Kept kept = new Kept(0, new Long[0], Map.of());
    private volatile boolean isFarBehind;

    /** As the transaction of this handle sees it. */
    JobTally now(Handle handle) {
        Reading reading = read(handle);
        if (reading.endedSince > MOST_FURTHER) {
            isFarBehind = true;
        }
        return reading.tally();
    }

    /** Brings forward what is kept, where the last count has read far; for between transactions. */
    void keepUp(Jdbi jdbi) {
        if (isFarBehind && advancing.tryLock()) {
            try {
                kept = jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, this::read)
                        .kept();
                isFarBehind = false;
            } finally {
                advancing.unlock();
            }
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
            if (rs.getString("subject_kind").equals("all")) {
                candidates = rs.getInt("id");
                held = rs.getInt("core_seconds");
                return true;
            }
            long id = rs.getLong("id");
            Kind kind = kind(rs);
            Attempts one = Attempts.one(
                    JobTable.instant(rs, "started_at"), JobTable.instant(rs, "ended_at"), rs.getDouble("core_seconds"));
            last = Math.max(last, id);
            if (kind.state() == Job.State.PENDING || kind.state() == Job.State.RUNNING) {
                open.merge(kind, one, Attempts::and);
                openIds.add(id);
            } else {
                ended.merge(kind, one, Attempts::and);
                endedSince++;
            }
            return true;
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
