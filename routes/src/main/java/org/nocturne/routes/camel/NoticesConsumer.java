package org.nocturne.routes.camel;

import java.util.Locale;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;
import org.nocturne.routes.notify.Notice;
import org.nocturne.routes.notify.NoticeForm;
import org.nocturne.routes.notify.NoticeSource;

/** Sends on what a channel has to tell, one notice at a time; the next one comes when this one has arrived. */
class NoticesConsumer extends ScheduledPollConsumer {
    /** One line that says what a notice is about. */
    static final String TITLE = "nocturne.title";

    private final NoticeSource source;
    private final NoticeForm form;

    /** @throws IllegalArgumentException if the form is none, or nothing of this channel's name is bound */
    NoticesConsumer(NocturneEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        form = NoticeForm.valueOf(endpoint.getForm().toUpperCase(Locale.ROOT));
        source =
                endpoint.getCamelContext().getRegistry().lookupByNameAndType(endpoint.getChannel(), NoticeSource.class);
        if (source == null) {
            throw new IllegalArgumentException("nocturne:notices: channel is '" + endpoint.getChannel()
                    + "', and nothing of this name tells notices; a campaign's own are mail, webhook and command");
        }
    }

    @Override
    protected int poll() throws Exception {
        Optional<Notice> next = source.next();
        if (next.isEmpty() || !isRunAllowed()) {
            return 0;
        }
        Notice notice = next.get();
        Exchange exchange = createExchange(false);
        exchange.getIn().setBody(form.write(notice));
        exchange.getIn().setHeader(TITLE, notice.title());
        exchange.getIn().setHeader(EventsConsumer.EVENT, notice.event());
        try {
            getProcessor().process(exchange);
            if (exchange.getException() == null) {
                source.told(notice);
                return 1;
            }
            if (isRunAllowed()) { // else it was cut short, and is told by the next runner
                source.failed(notice, exchange.getException());
            }
            return 0;
        } finally {
            releaseExchange(exchange, false);
        }
    }
}
