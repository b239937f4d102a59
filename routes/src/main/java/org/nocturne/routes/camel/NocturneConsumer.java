package org.nocturne.routes.camel;

import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;

/** Looks into the store at intervals and sends on what is due, one exchange at a time. */
class NocturneConsumer extends ScheduledPollConsumer {
    private final NocturneEndpoint endpoint;
    private final Asking asking;

    NocturneConsumer(NocturneEndpoint endpoint, Processor processor, Asking asking) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.asking = asking;
    }

    @Override
    protected int poll() throws Exception {
        Optional<?> body = asking.next(endpoint.campaign());
        if (body.isEmpty() || !isRunAllowed()) {
            return 0;
        }
        Exchange exchange = createExchange(false);
        exchange.getIn().setBody(body.get());
        try {
            getProcessor().process(exchange);
        } finally {
            if (exchange.getException() != null) {
                endpoint.campaign().halt(exchange.getException());
            }
            releaseExchange(exchange, false);
        }
        return 1;
    }
}
