package org.nocturne.routes.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.main.Main;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.run.Beside;
import org.nocturne.routes.run.LoopAge;
import org.nocturne.routes.run.OwnedMain;
import org.nocturne.routes.run.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves figures and health of a campaign on this machine alone, for as long as its runner leads. */
public final class Metrics implements Beside {
    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOST = "127.0.0.1";
    private static final int UNAVAILABLE = 503;

    private final Main camel = new OwnedMain();
    private final LoopAge loop = new LoopAge(System::nanoTime);
    private final CampaignMetrics figures;

    private Metrics(Store store, Supplier<Status> status, int port) {
        String name =
                store.inTransaction(tx -> tx.campaign().find().orElseThrow().name());
        figures = new CampaignMetrics(name, status, loop, System::nanoTime);
        camel.bind("metrics", (Processor) this::metrics);
        camel.bind("health", (Processor) this::health);
        camel.configure().withName("metrics").withShutdownTimeout(2).withJmxEnabled(false);
        camel.addInitialProperty("camel.server.enabled", "true");
        camel.addInitialProperty("camel.server.host", HOST);
        camel.addInitialProperty("camel.server.port", String.valueOf(port));
        camel.configure().withRoutesIncludePattern("classpath:org/nocturne/routes/metrics/metrics.yaml");
    }

    /** @param port on 127.0.0.1 */
    public static Opening on(int port) {
        return (store, status) -> {
            Metrics metrics = new Metrics(store, status, port);
            try {
                metrics.camel.start();
            } catch (Exception e) { // a night is not given up because nobody can watch it
                LOG.error("no metrics at {}:{}: {}", HOST, port, String.valueOf(e.getMessage()));
            }
            return metrics;
        };
    }

    @Override
    public void lives() {
        loop.lives();
    }

    private void metrics(Exchange exchange) {
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
        exchange.getMessage().setBody(figures.scrape());
    }

    private void health(Exchange exchange) throws JsonProcessingException {
        boolean up = loop.isHealthy();
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, up ? 200 : UNAVAILABLE);
        exchange.getMessage()
                .setBody(JSON.writeValueAsString(
                        Map.of("status", up ? "UP" : "DOWN", "loopAgeSeconds", loop.seconds())));
    }

    @Override
    public void close() {
        camel.stop();
        figures.close();
    }
}
