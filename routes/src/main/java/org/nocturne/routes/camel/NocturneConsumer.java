package org.nocturne.routes.camel;

import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;
import org.nocturne.routes.run.Campaign;

/** Asks at intervals what is due and sends it on, one exchange at a time. */
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
        if (endpoint.campaign().isHeld()) {
            return 0;
        }
        Optional<?> body = next(endpoint.campaign());
        if (body.isEmpty() || !isRunAllowed()) {
            return 0;
        }
        Exchange exchange = createExchange(false);
        exchange.getIn().setBody(body.get());
        try {
            getProcessor().process(exchange);
        } finally {
            if (exchange.getException() != null) {
                endpoint.campaign().failed(exchange.getException());
            }
            releaseExchange(exchange, false);
        }
        return 1;
    }

    /** Camel would log what is thrown here and look again at once, all night long; nothing gets better by that. */
    private Optional<?> next(Campaign campaign) {
        try {
            return asking.next(campaign);
        } catch (RuntimeException e) {
            campaign.failed(e);
            return Optional.empty();
        }
    }
}
