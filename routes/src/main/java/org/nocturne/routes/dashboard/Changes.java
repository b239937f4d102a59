package org.nocturne.routes.dashboard;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.nocturne.learning.store.EventTable.Numbered;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.dashboard.LogView.Line;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells open pages of events as they are committed, as server-sent events: {@code log} with lines of the route log, {@code beat} every few
 * seconds without any. The store is looked at twice a second, by number, and only while somebody listens.
 */
final class Changes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
    private static final long LOOK_MILLIS = 500;
    private static final long BEAT_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int MOST_LISTENERS = 32;
    /** A page that was away for longer reads the log anew. */
    private static final int MOST_AT_ONCE = 500;

    private final Store store;
    private final List<Listener> listeners = new ArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "dashboard-events");
        made.setDaemon(true);
        return made;
    });

    Changes(Store store) {
        this.store = store;
        thread.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static final class Listener {
        private final HttpServerResponse response;
        private long told;
        private long toldAt = System.nanoTime();

        private Listener(HttpServerResponse response, long told) {
            this.response = response;
            this.told = told;
        }

        private void tell(String kind, String json) {
            toldAt = System.nanoTime();
            response.write("event: " + kind + "\ndata: " + json + "\n\n");
        }
    }

    /** A page begins to listen; {@code since} in its question is the newest event that it knows. */
    void listen(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = request.response();
        String since = String.valueOf(request.getParam("since"));
        if (!since.matches("\\d{1,18}")) {
            response.setStatusCode(400).end("since is wanted: the number of the newest event that is known\n");
            return;
        }
        synchronized (listeners) {
            if (listeners.size() >= MOST_LISTENERS) {
                response.setStatusCode(503).end("too many pages listen\n");
                return;
            }
            Listener listener = new Listener(response, Long.parseLong(since));
            response.closeHandler(gone -> forget(listener));
            response.setChunked(true).putHeader("Content-Type", "text/event-stream; charset=utf-8");
            listener.tell("beat", "{}");
            listeners.add(listener);
        }
    }

    private void forget(Listener listener) {
        synchronized (listeners) {
            listeners.remove(listener);
        }
    }

    private void look() {
        try {
            List<Listener> now;
            synchronized (listeners) {
                listeners.stream()
                        .filter(listener -> listener.response.writeQueueFull())
                        .toList()
                        .forEach(Changes::drop);
                listeners.removeIf(listener -> listener.response.closed());
                now = List.copyOf(listeners);
            }
            if (!now.isEmpty()) {
                tell(now);
            }
        } catch (RuntimeException e) { // a store that is gone is the campaign's to see
            LOG.debug("events could not be read for the dashboard", e);
        }
    }

    private void tell(List<Listener> now) {
        long oldest = now.stream().mapToLong(listener -> listener.told).min().orElse(0);
        List<Numbered> events = store.inTransaction(tx -> tx.events().since(oldest, MOST_AT_ONCE));
        for (Listener listener : now) {
            List<Line> lines = events.stream()
                    .filter(event -> event.id() > listener.told)
                    .map(Line::of)
                    .toList();
            if (!lines.isEmpty()) {
                listener.told = lines.get(lines.size() - 1).id();
                listener.tell("log", Json.of(lines));
            } else if (System.nanoTime() - listener.toldAt > BEAT_NANOS) {
                listener.tell("beat", Json.of(Map.of()));
            }
        }
    }

    /** One that does not read what it is told holds up nobody. */
    private static void drop(Listener listener) {
        listener.response.reset();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        synchronized (listeners) {
            listeners.forEach(listener -> listener.response.end());
            listeners.clear();
        }
    }
}
