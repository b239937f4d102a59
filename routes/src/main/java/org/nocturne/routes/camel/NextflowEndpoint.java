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
import org.nocturne.routes.pipeline.PipelineTasks;

/** Tasks of a Nextflow pipeline whose executor is camel: take the next one, start it, tell the engine of its end. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "nextflow",
        title = "Nextflow",
        syntax = "nextflow:action",
        category = {Category.WORKFLOW})
public class NextflowEndpoint extends DefaultEndpoint {

    @UriPath(description = "From: tasks, ended. To: start, answer.")
    @Metadata(required = true)
    private String action = "";

    @UriParam(description = "Milliseconds between two looks", defaultValue = "20")
    private long delay = 20;

    public NextflowEndpoint(String uri, NextflowComponent component) {
        super(uri, component);
    }

    @Override
    public Producer createProducer() {
        return new NextflowProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        NextflowConsumer consumer = new NextflowConsumer(this, processor);
        consumer.setInitialDelay(delay);
        consumer.setDelay(delay);
        consumer.setGreedy(true);
        configureConsumer(consumer);
        return consumer;
    }

    /** The tasks bound in the registry.
     *
     * @throws IllegalStateException if there are none, or those of more than one pipeline
     */
    PipelineTasks tasks() {
        Set<PipelineTasks> found = getCamelContext().getRegistry().findByType(PipelineTasks.class);
        if (found.size() != 1) {
            throw new IllegalStateException(
                    "nextflow:" + action + " needs one PipelineTasks in the registry, found " + found.size());
        }
        return found.iterator().next();
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }

    public long getDelay() {
        return delay;
    }

    public void setDelay(long delay) {
        this.delay = delay;
    }
}
