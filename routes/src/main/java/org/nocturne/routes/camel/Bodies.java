package org.nocturne.routes.camel;

import org.apache.camel.Exchange;

/** Bodies of exchanges. */
final class Bodies {
    private Bodies() {}

    /** @throws IllegalArgumentException if the body is something else; the message says what */
    static <T> T wanted(Exchange exchange, Class<T> type) {
        T body = exchange.getMessage().getBody(type);
        if (body == null) {
            throw new IllegalArgumentException(
                    "the body is " + exchange.getMessage().getBody() + "; wanted is a " + type.getSimpleName());
        }
        return body;
    }
}
