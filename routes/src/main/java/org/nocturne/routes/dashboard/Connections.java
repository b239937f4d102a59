package org.nocturne.routes.dashboard;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes connections that hold a place and ask nothing: those that do not bring a whole request in time, those that have been idle for
 * long, and any beyond a number that no page needs.
 */
final class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    /** Thirty pages with the six connections that a browser keeps, and as many that people's tools keep. */
    private static final int MOST = 256;

    private static final long LOOK_MILLIS = 1000;

    private final long patienceNanos;
    private final Map<HttpConnection, State> open = new ConcurrentHashMap<>();

    /** @param answering requests whose answer is not complete, listeners among them */
    private record State(long since, int answering) {}

    /** @param patienceMillis for a request, and for the next one */
    Connections(long patienceMillis) {
        this.patienceNanos = patienceMillis * 1_000_000;
    }

    void lookAfter(Vertx vertx) {
        vertx.setPeriodic(LOOK_MILLIS, timer -> closeIdle());
    }

    void opened(HttpConnection connection) {
        if (open.size() >= MOST) {
            LOG.warn("dashboard: more than {} connections; a further one is closed", MOST);
            connection.close();
            return;
        }
        open.put(connection, new State(System.nanoTime(), 0));
        connection.closeHandler(gone -> open.remove(connection));
    }

    /** A whole head of a request has come. */
    void asked(RoutingContext context) {
        HttpConnection connection = context.request().connection();
        HttpServerResponse response = context.response();
        change(connection, 1);
        response.endHandler(done -> change(connection, -1));
        context.vertx().setTimer(TimeUnit.NANOSECONDS.toMillis(patienceNanos), late -> {
            if (!context.request().isEnded()) { // of its body something is still to come
                connection.close();
            }
        });
        context.next();
    }

    private void change(HttpConnection connection, int by) {
        open.computeIfPresent(connection, (c, state) -> new State(System.nanoTime(), state.answering + by));
    }

    private void closeIdle() {
        long now = System.nanoTime();
        for (Iterator<Map.Entry<HttpConnection, State>> all = open.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<HttpConnection, State> entry = all.next();
            State state = entry.getValue();
            if (state.answering <= 0 && now - state.since > patienceNanos) {
                all.remove();
                entry.getKey().close();
            }
        }
    }
}
