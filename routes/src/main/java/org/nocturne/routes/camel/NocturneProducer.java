package org.nocturne.routes.camel;

import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Does one thing to the campaign. */
class NocturneProducer extends DefaultProducer {
    private final NocturneEndpoint endpoint;
    private final Doing doing;

    NocturneProducer(NocturneEndpoint endpoint, Doing doing) {
        super(endpoint);
        this.endpoint = endpoint;
        this.doing = doing;
    }

    @Override
    public void process(Exchange exchange) {
        doing.run(endpoint.campaign(), exchange);
    }
}
