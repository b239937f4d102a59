package org.nocturne.learning.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The runners of a campaign and which of them leads. Times are the database's own, so that hosts need not agree on theirs. */
public final class RunnerTable {
    private final Handle handle;

    RunnerTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * A runner that has not ended, or has not been found dead yet.
     *
     * @param startTime of its process, clock ticks since boot
     * @param slots jobs that it runs at once
     * @param silent since its last sign of life, by the database's clock
     * @param seenAt its last sign of life
     */
    public record Runner(
            String id,
            String host,
            long pid,
            long startTime,
            int slots,
            Duration silent,
            Instant seenAt,
            boolean leads) {}

    public void insert(String id, String host, long pid, long startTime, int slots) {
        handle.createUpdate("""
                        insert into runner (id, host, pid, start_time, slots, began_at, seen_at)
                        values (:id, :host, :pid, :start, :slots, current_timestamp, current_timestamp)
                        """)
                .bind("id", id)
                .bind("host", host)
                .bind("pid", pid)
                .bind("start", startTime)
                .bind("slots", slots)
                .execute();
    }

    /** A sign of life; false where this runner was found dead before, and others have taken what was its. */
    public boolean seen(String id) {
        return handle.createUpdate("update runner set seen_at = current_timestamp where id = :id and ended_at is null")
                        .bind("id", id)
                        .execute()
                == 1;
    }

    public void ended(String id) {
        handle.createUpdate("update runner set ended_at = current_timestamp where id = :id and ended_at is null")
                .bind("id", id)
                .execute();
    }

    /** Those that have not ended, the longest at work first. */
    public List<Runner> all() {
        return handle.createQuery("""
                        select r.id, r.host, r.pid, r.start_time, r.slots, r.seen_at,
                               extract(epoch from current_timestamp) - extract(epoch from r.seen_at) as silent,
                               case when c.leader_id = r.id then 1 else 0 end as leads
                        from runner r left join campaign c on c.id = 1
                        where r.ended_at is null order by r.began_at, r.id
                        """)
                .map((rs, ctx) -> new Runner(
                        rs.getString("id"),
                        rs.getString("host"),
                        rs.getLong("pid"),
                        rs.getLong("start_time"),
                        rs.getInt("slots"),
                        Duration.ofMillis(Math.round(1000 * rs.getDouble("silent"))),
                        Objects.requireNonNull(JobTable.instant(rs, "seen_at")),
                        rs.getInt("leads") == 1))
                .list();
    }

    /** Who led last, whether it lives or not. */
    public Optional<String> leader() {
        return handle.createQuery("select leader_id from campaign where id = 1 and leader_id is not null")
                .mapTo(String.class)
                .findOne();
    }

    /**
     * Takes the lead.
     *
     * @param insteadOf who led when the caller looked; null if nobody
     * @return false where somebody else was faster
     */
    public boolean lead(String id, @Nullable String insteadOf) {
        return handle.createUpdate("""
                                update campaign set leader_id = :id
                                where id = 1 and coalesce(leader_id, '') = :before
                                """)
                        .bind("id", id)
                        .bind("before", insteadOf == null ? "" : insteadOf)
                        .execute()
                == 1;
    }
}
