package org.nocturne.learning.store;

import org.jdbi.v3.core.Handle;

/** How far each way of telling people has come in the events of the campaign. */
public final class NoticeTable {
    private final Handle handle;

    NoticeTable(Handle handle) {
        this.handle = handle;
    }

    /** How many events, from the first on, this channel has been through; 0 for one that is new. */
    public long told(String channel) {
        return handle.createQuery("select told from notice where channel = :channel")
                .bind("channel", channel)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /** Only the runner that leads tells, so no two come to the same row. */
    public void told(String channel, long events) {
        int rows = handle.createUpdate("update notice set told = :told where channel = :channel")
                .bind("channel", channel)
                .bind("told", events)
                .execute();
        if (rows == 0) {
            handle.createUpdate("insert into notice (channel, told) values (:channel, :told)")
                    .bind("channel", channel)
                    .bind("told", events)
                    .execute();
        }
    }
}
