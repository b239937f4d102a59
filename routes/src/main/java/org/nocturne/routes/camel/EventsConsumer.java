package org.nocturne.routes.camel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;
import org.nocturne.routes.run.RouteLogLine;
import org.nocturne.routes.run.RouteLogReader;

/** Sends on one exchange for each event of a campaign that runs elsewhere, in their order. */
class EventsConsumer extends ScheduledPollConsumer {
    /** The number of the event in its campaign. */
    static final String EVENT = "nocturne.event";

    private final String step;
    private final RouteLogReader log;

    /** @throws IllegalArgumentException if no campaign folder is named */
    EventsConsumer(NocturneEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        if (endpoint.getDir().isEmpty()) {
            throw new IllegalArgumentException("nocturne:events: dir is not set; wanted is the folder of a campaign");
        }
        step = endpoint.getStep();
        log = new RouteLogReader(Path.of(endpoint.getDir()));
    }

    @Override
    protected int poll() throws Exception {
        Optional<RouteLogLine> line = next();
        if (line.isEmpty() || !isRunAllowed()) {
            return 0;
        }
        Exchange exchange = createExchange(false);
        exchange.getIn().setBody(line.get().fields());
        exchange.getIn().setHeader(EVENT, line.get().number());
        try {
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                getExceptionHandler()
                        .handleException("event " + line.get().number(), exchange, exchange.getException());
            }
        } finally {
            releaseExchange(exchange, false);
        }
        return 1;
    }

    private Optional<RouteLogLine> next() throws IOException {
        Optional<RouteLogLine> line = log.next();
        while (line.isPresent() && !step.isEmpty() && !line.get().step().equals(step)) {
            line = log.next();
        }
        return line;
    }
}
