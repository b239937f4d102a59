package org.nocturne.routes.dashboard;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<HttpConnection, Open> connections = new ConcurrentHashMap<>();

    /** A connection that is open, with the requests whose answer is not complete, listeners among them, and when each of them came. */
    private static final class Open {
        private final Map<HttpServerRequest, Long> answering = new ConcurrentHashMap<>();
        private volatile long since = System.nanoTime();

        private boolean isIdle(long before) {
            return answering.isEmpty() && since - before < 0;
        }

        /** Whether something of a request is still to come, that began to come so long ago. */
        private boolean isHeldBack(long before) {
            return answering.entrySet().stream()
                    .anyMatch(asked ->
                            asked.getValue() - before < 0 && !asked.getKey().isEnded());
        }
    }

    /** @param patienceMillis for a request, and for the next one */
    Connections(long patienceMillis) {
        this.patienceNanos = patienceMillis * 1_000_000;
    }

    void lookAfter(Vertx vertx) {
        vertx.setPeriodic(LOOK_MILLIS, timer -> closeIdle());
    }

    void opened(HttpConnection connection) {
        if (connections.size() >= MOST) {
            LOG.warn("dashboard: more than {} connections; a further one is closed", MOST);
            connection.close();
            return;
        }
        connections.put(connection, new Open());
        connection.closeHandler(gone -> connections.remove(connection));
    }

    /** A whole head of a request has come. */
    void asked(RoutingContext context) {
        HttpServerRequest request = context.request();
        Open open = connections.get(request.connection());
        if (open != null) {
            open.answering.put(request, System.nanoTime());
            context.response().endHandler(done -> {
                open.answering.remove(request);
                open.since = System.nanoTime();
            });
        }
        context.next();
    }

    private void closeIdle() {
        long before = System.nanoTime() - patienceNanos;
        connections.forEach((connection, open) -> {
            if (open.isIdle(before) || open.isHeldBack(before)) {
                connection.close();
            }
        });
    }
}
