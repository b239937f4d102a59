package org.nocturne.learning.store;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The one row that says which campaign this store belongs to. */
public final class CampaignTable {
    public static final String RUNNING = "running";
    public static final String PAUSED = "paused";

    private final Handle handle;

    CampaignTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * The campaign of this store.
     *
     * @param folderId id of the campaign folder that belongs to this store; null in stores of earlier versions
     * @param state "running", "paused" (by a person: nothing new is begun until one says so or resumes it), "stopping" (a person has asked the runner that leads to stop), "stopped" (by a person or a crash; resume goes on), "finished", "failed" or "spent" (a budget has ended it; resume with more goes on)
     * @param verdict one line on how it ended; null while it runs
     */
    public record Campaign(
            String name,
            String configuration,
            String sha256,
            Instant createdAt,
            @Nullable String folderId,
            String state,
            @Nullable String verdict) {
        /** Whether a runner is at work on it, or would be had it not died. */
        public boolean isUnderWay() {
            return state.equals(RUNNING) || state.equals(PAUSED);
        }

        public boolean isPaused() {
            return state.equals(PAUSED);
        }
    }

    public void insert(String name, String configuration, String sha256, String folderId, Instant now) {
        handle.createUpdate("""
                        insert into campaign (id, name, configuration, sha256, folder_id, created_at, state)
                        values (1, :name, :configuration, :sha, :folder, :now, 'running')
                        """)
                .bind("name", name)
                .bind("configuration", configuration)
                .bind("sha", sha256)
                .bind("folder", folderId)
                .bind("now", JobTable.utc(now))
                .execute();
    }

    public Optional<Campaign> find() {
        return handle.createQuery("select * from campaign where id = 1")
                .map((rs, ctx) -> new Campaign(
                        rs.getString("name"),
                        rs.getString("configuration"),
                        rs.getString("sha256"),
                        Objects.requireNonNull(JobTable.instant(rs, "created_at")),
                        rs.getString("folder_id"),
                        rs.getString("state"),
                        rs.getString("verdict")))
                .findOne();
    }

    public void state(String state, @Nullable String verdict) {
        handle.createUpdate("update campaign set state = :state, verdict = :verdict where id = 1")
                .bind("state", state)
                .bind("verdict", verdict)
                .execute();
    }
}
