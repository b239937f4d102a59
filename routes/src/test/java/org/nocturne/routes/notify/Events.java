package org.nocturne.routes.notify;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Store;

/** A store with a campaign called night, to which things happen. */
final class Events implements AutoCloseable {
    private final Store store;

    Events(Path dir, Clock clock) {
        store = Store.open(Store.urlInside(dir), "sa", "", clock);
        store.inTransaction(tx -> {
            tx.campaign().insert("night", "name: night", "0".repeat(64), "f", tx.now());
            return null;
        });
    }

    Store store() {
        return store;
    }

    static Event event(Event.Level level, String step, String... fields) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("campaign", "night"));
        for (int k = 0; k < fields.length; k += 2) {
            all.put(fields[k], fields[k + 1]);
        }
        return new Event(java.time.Instant.parse("2026-11-21T22:14:03.120Z"), level, step, all);
    }

    Events happens(Event.Level level, String step, String... fields) {
        store.inTransaction(tx -> {
            tx.events().append(level, step, event(level, step, fields).fields());
            return null;
        });
        return this;
    }

    @Override
    public void close() {
        store.close();
    }
}
