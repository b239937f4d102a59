package org.nocturne.routes.dashboard;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.nocturne.learning.files.ChangedFileException;
import org.nocturne.routes.run.OwnedMain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the page of one campaign: its files, what can be read, what can be ordered, and what changes. */
final class DashboardServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DashboardServer.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_MILLIS = 15_000;

    private final Main camel = new OwnedMain();
    private final DashboardAddress address;
    private final Token token;
    private final Changes changes;

    /** Serves once it is made; a port of 0 has become a free one then. */
    DashboardServer(Seen seen, Orders orders, DashboardAddress wanted) {
        address = wanted.bound();
        token = Token.make(seen.dir());
        changes = new Changes(seen.store());
        Views views = new Views(seen);
        camel.bind("asset", (Processor) exchange -> answer(exchange, () -> asset(exchange.getMessage())));
        camel.bind("view", (Processor) exchange ->
                answer(exchange, () -> views.answer(called(exchange.getMessage()), query(exchange.getMessage()))));
        camel.bind("order", (Processor) exchange -> answer(
                exchange, () -> new Reply(Reply.JSON, orders.carryOut(called(exchange.getMessage()), body(exchange)))));
        camel.configure().withName("dashboard").withShutdownTimeout(2).withJmxEnabled(false);
        camel.configure().withRoutesIncludePattern("classpath:org/nocturne/routes/dashboard/dashboard.yaml");
        camel.addMainListener(new MainListenerSupport() {
            @Override
            public void afterConfigure(BaseMainSupport main) {
                serve();
            }
        });
    }

    /** @throws Exception if the address cannot be had */
    void start() throws Exception {
        try {
            camel.start();
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    private void serve() {
        try {
            camel.getCamelContext()
                    .addService(
                            new GuardedServer(
                                    address, new Guard(address, token), new Connections(PATIENCE_MILLIS), changes),
                            true,
                            true);
        } catch (Exception e) {
            throw new IllegalStateException(address.url() + ": " + e.getMessage(), e);
        }
    }

    String url() {
        return address.url();
    }

    private static Reply asset(Message asked) {
        Assets.Asset asset = Assets.of(String.valueOf(asked.getHeader(Exchange.HTTP_PATH)));
        return new Reply(asset.type(), asset.bytes());
    }

    /** The last part of the address, of which no question can be the name. */
    private static String called(Message asked) {
        return String.valueOf(asked.getHeader("called", ""));
    }

    private static Query query(Message asked) {
        return new Query(asked.getHeaders());
    }

    private static Map<?, ?> body(Exchange exchange) {
        try {
            String text = exchange.getMessage().getBody(String.class);
            return text == null || text.isBlank() ? Map.of() : JSON.readValue(text, Map.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException("the body is no JSON object", e);
        }
    }

    private static void answer(Exchange exchange, Supplier<Reply> reply) {
        Message out = exchange.getMessage();
        try {
            Reply good = reply.get();
            write(out, 200, good);
        } catch (IllegalArgumentException e) {
            write(out, 400, new Reply(Reply.TEXT, e.getMessage() + "\n"));
        } catch (NoSuchElementException e) {
            write(out, 404, new Reply(Reply.TEXT, e.getMessage() + "\n"));
        } catch (ChangedFileException e) {
            write(out, 409, new Reply(Reply.TEXT, e.getMessage() + "\n"));
        } catch (RuntimeException e) { // what it was is for the log, not for whoever asked
            LOG.error("the dashboard could not answer", e);
            write(out, 500, new Reply(Reply.TEXT, "this could not be answered; the log of the runner says why\n"));
        }
    }

    private static void write(Message out, int code, Reply reply) {
        out.removeHeaders("*"); // nothing that was asked goes back
        out.setHeader(Exchange.HTTP_RESPONSE_CODE, code);
        out.setHeader(Exchange.CONTENT_TYPE, reply.type());
        out.setBody(reply.body());
    }

    @Override
    public void close() {
        changes.close();
        camel.stop();
        token.forget();
    }
}
