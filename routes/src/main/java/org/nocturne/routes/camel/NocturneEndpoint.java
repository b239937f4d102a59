package org.nocturne.routes.camel;

import java.util.Set;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.ScheduledPollConsumer;
import org.nocturne.routes.run.Campaign;

/** Ask a Nocturne campaign what is due, or do it. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "nocturne",
        title = "Nocturne",
        syntax = "nocturne:action",
        category = {Category.WORKFLOW})
public class NocturneEndpoint extends DefaultEndpoint {
    private static final String EVENTS = "events";
    private static final String NOTICES = "notices";

    @UriPath(
            description =
                    "From: jobs, finished, wanted, due, events, notices. To: start, record, propose, score, assess, acquire, audit, retrain, tidy, next.")
    @Metadata(required = true)
    private String action = "";

    @UriParam(
            description =
                    "The step whose jobs are meant: minimise, replica, relax, label, audit; of events, any step of the route log")
    private String step = "";

    @UriParam(description = "How many jobs of the step may run at once", defaultValue = "1")
    private int slots = 1;

    @UriParam(description = "What is wanted or due: candidate, assess, audit, retrain, tidy")
    private String what = "";

    @UriParam(description = "A candidate is wanted while fewer than this many wait", defaultValue = "2")
    private int buffer = 2;

    @UriParam(description = "Milliseconds between two questions whether something is due", defaultValue = "20")
    private long delay = 20;

    @UriParam(description = "From events: the folder of the campaign, which may be run by anybody")
    private String dir = "";

    @UriParam(description = "From notices: the way by which they are told, such as mail")
    private String channel = "";

    @UriParam(
            description = "From notices: how they are written: text, json, slack or teams",
            enums = "text,json,slack,teams",
            defaultValue = "text")
    private String form = "text";

    public NocturneEndpoint(String uri, NocturneComponent component) {
        super(uri, component);
    }

    @Override
    public Producer createProducer() {
        return new NocturneProducer(this, Doing.of(action));
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        ScheduledPollConsumer consumer =
                switch (action) {
                    case EVENTS -> new EventsConsumer(this, processor);
                    case NOTICES -> new NoticesConsumer(this, processor);
                    default -> new NocturneConsumer(this, processor, Asking.of(this));
                };
        consumer.setInitialDelay(delay);
        consumer.setDelay(delay);
        consumer.setGreedy(true);
        configureConsumer(consumer);
        return consumer;
    }

    /** The campaign bound in the registry.
     *
     * @throws IllegalStateException if there is none, or more than one
     */
    Campaign campaign() {
        Set<Campaign> found = getCamelContext().getRegistry().findByType(Campaign.class);
        if (found.size() != 1) {
            throw new IllegalStateException(
                    "nocturne:" + action + " needs one Campaign in the registry, found " + found.size());
        }
        return found.iterator().next();
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }

    public String getStep() {
        return step;
    }

    public void setStep(String step) {
        this.step = step;
    }

    public int getSlots() {
        return slots;
    }

    public void setSlots(int slots) {
        this.slots = slots;
    }

    public String getWhat() {
        return what;
    }

    public void setWhat(String what) {
        this.what = what;
    }

    public int getBuffer() {
        return buffer;
    }

    public void setBuffer(int buffer) {
        this.buffer = buffer;
    }

    public long getDelay() {
        return delay;
    }

    public void setDelay(long delay) {
        this.delay = delay;
    }

    public String getDir() {
        return dir;
    }

    public void setDir(String dir) {
        this.dir = dir;
    }

    public String getChannel() {
        return channel;
    }

    public void setChannel(String channel) {
        this.channel = channel;
    }

    public String getForm() {
        return form;
    }

    public void setForm(String form) {
        this.form = form;
    }
}
