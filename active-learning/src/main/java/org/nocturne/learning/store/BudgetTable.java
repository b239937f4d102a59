package org.nocturne.learning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What the campaign may spend; grants are only ever added, the newest holds. */
public final class BudgetTable {
    private final Handle handle;
    private final Instant now;

    BudgetTable(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /**
     * Adds a grant, which takes the place of the one before.
     *
     * @param by "campaign", by its file, or "person"
     * @return its number, from 1
     */
    public int grant(Grant grant, String by) {
        int id = handle.createQuery("select coalesce(max(id), 0) + 1 from budget")
                .mapTo(Integer.class)
                .one();
        Instant until = grant.until();
        handle.createUpdate("""
                        insert into budget (id, granted_by, granted_at, until_at, core_hours, failures, disk_mb, keep_free_mb)
                        values (:id, :by, :now, :until, :hours, :failures, :disk, :free)
                        """)
                .bind("id", id)
                .bind("by", by)
                .bind("now", JobTable.utc(now))
                .bind("until", until == null ? null : JobTable.utc(until))
                .bind("hours", grant.coreHours())
                .bind("failures", grant.failures())
                .bind("disk", grant.diskMb())
                .bind("free", grant.keepFreeMb())
                .execute();
        return id;
    }

    /** The newest; empty in a campaign that began before there were budgets. */
    public Optional<Grant> present() {
        return handle.createQuery("select * from budget order by id desc limit 1")
                .map((rs, ctx) -> new Grant(
                        JobTable.instant(rs, "until_at"),
                        orNull(rs, rs.getDouble("core_hours")),
                        orNull(rs, rs.getInt("failures")),
                        orNull(rs, rs.getLong("disk_mb")),
                        rs.getLong("keep_free_mb")))
                .findOne();
    }

    /** SQL's null is a 0 that says so afterwards. */
    private static <T> @Nullable T orNull(ResultSet rs, T value) throws SQLException {
        return rs.wasNull() ? null : value;
    }
}
