package org.nocturne.learning.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The events of a campaign in the order in which they were committed. */
public final class EventTable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Handle handle;
    private final Instant now;

    EventTable(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /**
     * Appends an event, in the {@link CommitOrder}: a reader that counts events must never see a later one before an earlier one is committed.
     */
    public void append(Event.Level level, String step, Map<String, String> fields) {
        CommitOrder.take(handle);
        handle.createUpdate("insert into event (at, level, step, fields) values (:at, :level, :step, :fields)")
                .bind("at", JobTable.utc(now))
                .bind("level", level.name())
                .bind("step", step)
                .bind("fields", write(fields))
                .execute();
    }

    /** Events after the first {@code skip} ones, oldest first. */
    public List<Event> after(long skip, int limit) {
        return handle.createQuery("select * from event order by id limit :limit offset :skip")
                .bind("limit", limit)
                .bind("skip", skip)
                .map((rs, ctx) -> event(rs))
                .list();
    }

    /** An event with the number under which it was committed; numbers rise, and may have gaps. */
    public record Numbered(long id, Event event) {}

    /** Events committed after this one, oldest first: however many there are, only these are read. */
    public List<Numbered> since(long id, int limit) {
        return handle.createQuery("select * from event where id > :id order by id limit :limit")
                .bind("id", id)
                .bind("limit", limit)
                .map((rs, ctx) -> new Numbered(rs.getLong("id"), event(rs)))
                .list();
    }

    /**
     * The number of the {@code count}-th event, or of the newest where there are fewer: that after which {@link #since} goes on; 0 for none.
     * It takes the longer the later it comes.
     */
    public long numberOf(long count) {
        return count == 0
                ? 0
                : handle.createQuery("select id from event order by id limit 1 offset :before")
                        .bind("before", count - 1)
                        .mapTo(Long.class)
                        .findOne()
                        .orElseGet(this::newest);
    }

    /** Events committed before this one, newest first. */
    public List<Numbered> before(long id, int limit) {
        return handle.createQuery("select * from event where id < :id order by id desc limit :limit")
                .bind("id", id)
                .bind("limit", limit)
                .map((rs, ctx) -> new Numbered(rs.getLong("id"), event(rs)))
                .list();
    }

    /** The number of the newest event; 0 while there is none. */
    public long newest() {
        return handle.createQuery("select coalesce(max(id), 0) from event")
                .mapTo(Long.class)
                .one();
    }

    /** When the latest event of this step happened. */
    public Optional<Instant> latest(String step) {
        return handle.createQuery("select at from event where step = :step order by step desc, id desc limit 1")
                .bind("step", step)
                .map((rs, ctx) -> Objects.requireNonNull(JobTable.instant(rs, "at")))
                .findOne();
    }

    public long count() {
        return handle.createQuery("select count(*) from event")
                .mapTo(Long.class)
                .one();
    }

    private static Event event(ResultSet rs) throws SQLException {
        return new Event(
                Objects.requireNonNull(JobTable.instant(rs, "at")),
                Event.Level.valueOf(rs.getString("level")),
                rs.getString("step"),
                read(rs.getString("fields")));
    }

    private static String write(Map<String, String> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("fields of an event cannot be written as JSON: " + fields, e);
        }
    }

    private static Map<String, String> read(String text) {
        try {
            return JSON.readValue(text, new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the fields of an event are no JSON object: " + text, e);
        }
    }
}
