package org.nocturne.routes.camel;

import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;
import org.nocturne.routes.pipeline.EndedTask;
import org.nocturne.routes.pipeline.PipelineTask;
import org.nocturne.routes.pipeline.PipelineTasks;

/** Sends on one exchange for each task that may start, or has ended. */
class NextflowConsumer extends ScheduledPollConsumer {
    private final NextflowEndpoint endpoint;
    private final Function<PipelineTasks, Optional<?>> asking;

    /** @throws IllegalArgumentException if the endpoint cannot be consumed from; the message says what can */
    NextflowConsumer(NextflowEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.asking = switch (endpoint.getAction()) {
            case "tasks" -> PipelineTasks::next;
            case "ended" -> PipelineTasks::ended;
            default ->
                throw new IllegalArgumentException(
                        "nextflow:" + endpoint.getAction() + " is nothing to consume from; wanted is tasks or ended");
        };
    }

    @Override
    protected int poll() throws Exception {
        Optional<?> body = asking.apply(endpoint.tasks());
        if (body.isEmpty()) {
            return 0;
        }
        Exchange exchange = createExchange(false);
        exchange.getIn().setBody(body.get());
        try {
            getProcessor().process(exchange);
        } finally {
            Exception problem = exchange.getException();
            if (problem != null) {
                endpoint.tasks().refuse(task(body.get()), "a route has failed with it: " + problem.getMessage());
            }
            releaseExchange(exchange, false);
        }
        return 1;
    }

    private static PipelineTask task(Object body) {
        return body instanceof EndedTask ended ? ended.task() : (PipelineTask) body;
    }
}
