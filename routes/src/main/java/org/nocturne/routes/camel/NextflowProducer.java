package org.nocturne.routes.camel;

import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;
import org.nocturne.routes.pipeline.EndedTask;
import org.nocturne.routes.pipeline.PipelineTask;

/** Starts a task, or tells the engine of its end. */
class NextflowProducer extends DefaultProducer {
    private final NextflowEndpoint endpoint;

    /** @throws IllegalArgumentException if there is no such action; the message says which there are */
    NextflowProducer(NextflowEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        if (!endpoint.getAction().equals("start") && !endpoint.getAction().equals("answer")) {
            throw new IllegalArgumentException(
                    "nextflow:" + endpoint.getAction() + " is nothing to send to; wanted is run, start or answer");
        }
    }

    @Override
    public void process(Exchange exchange) {
        if (endpoint.getAction().equals("start")) {
            endpoint.tasks().start(Bodies.wanted(exchange, PipelineTask.class));
        } else {
            endpoint.tasks().answer(Bodies.wanted(exchange, EndedTask.class));
        }
    }
}
