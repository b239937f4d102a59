package org.nocturne.learning.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Trainings that gave no version. The one in office stays, and the same data is given up after a number of attempts. */
public final class FailedTrainingTable {
    private final Handle handle;
    private final Instant now;

    FailedTrainingTable(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    public void insert(String dataSha256, int frames, String firedBy, String reason) {
        handle.createUpdate("""
                        insert into failed_training (id, data_sha256, frames, fired_by, reason, failed_at)
                        select coalesce(max(id), 0) + 1, :data, :frames, :fired, :reason, :now from failed_training
                        """)
                .bind("data", dataSha256)
                .bind("frames", frames)
                .bind("fired", firedBy)
                .bind("reason", reason)
                .bind("now", JobTable.utc(now))
                .execute();
    }

    /** How often this data was tried in vain. */
    public int attempts(String dataSha256) {
        return handle.createQuery("select count(*) from failed_training where data_sha256 = :data")
                .bind("data", dataSha256)
                .mapTo(Integer.class)
                .one();
    }

    /** The most frames of any data that was tried in vain so often; 0 where there is none. */
    public int mostFramesTried(int attempts) {
        return handle.createQuery("""
                        select coalesce(max(tried.frames), 0)
                        from (select max(frames) as frames from failed_training
                              group by data_sha256 having count(*) >= :attempts) tried
                        """)
                .bind("attempts", attempts)
                .mapTo(Integer.class)
                .one();
    }

    /** Why the newest of them failed. */
    public Optional<String> newestReason() {
        return handle.createQuery("select reason from failed_training order by id desc limit 1")
                .mapTo(String.class)
                .findOne();
    }
}
