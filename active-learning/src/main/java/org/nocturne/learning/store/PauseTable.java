package org.nocturne.learning.store;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** When nothing new was begun because the disk had too little room. At most one pause is open. */
public final class PauseTable {
    private final Handle handle;
    private final Instant now;

    PauseTable(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /**
     * A pause that has not ended.
     *
     * @param freeMb that there were when it began, mebibytes
     * @param wantedMb that there were to be
     */
    public record Pause(Instant began, long freeMb, long wantedMb) {}

    public Optional<Pause> open() {
        return handle.createQuery("select * from pause where ended_at is null")
                .map((rs, ctx) -> new Pause(
                        Objects.requireNonNull(JobTable.instant(rs, "began_at")),
                        rs.getLong("free_mb"),
                        rs.getLong("wanted_mb")))
                .findOne();
    }

    public void begin(long freeMb, long wantedMb) {
        handle.createUpdate("""
                        insert into pause (id, began_at, free_mb, wanted_mb)
                        select coalesce(max(id), 0) + 1, :now, :free, :wanted from pause
                        """)
                .bind("now", JobTable.utc(now))
                .bind("free", freeMb)
                .bind("wanted", wantedMb)
                .execute();
    }

    public void end() {
        handle.createUpdate("update pause set ended_at = :now where ended_at is null")
                .bind("now", JobTable.utc(now))
                .execute();
    }

    /** How many there have been, the open one among them. */
    public int count() {
        return handle.createQuery("select count(*) from pause")
                .mapTo(Integer.class)
                .one();
    }
}
