package org.nocturne.routes.camel;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;
import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.adapters.nextflow.NextflowJvm;
import org.nocturne.adapters.nextflow.PipelineAnswer;
import org.nocturne.adapters.nextflow.PipelineOrder;
import org.nocturne.adapters.nextflow.PipelineRun;
import org.nocturne.adapters.nextflow.PipelineRuns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a pipeline as a step of a route. No thread waits for it. */
class PipelineProducer extends DefaultAsyncProducer {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineProducer.class);
    private static final String PUBLISHED = "published";

    private final NextflowEndpoint endpoint;
    private final NextflowJvm jvm = NextflowJvm.ofThisOne();
    private final PipelineRuns runs;
    private final ScheduledExecutorService clock;
    private final Map<AsyncCallback, Waiting> waiting = new ConcurrentHashMap<>();

    private record Waiting(Exchange exchange, PipelineOrder order, Path folder) {
        Path publishes() {
            return folder.resolve(PUBLISHED);
        }
    }

    /** @throws CodeSettingsException if the engine, or a Java for it, is not there */
    PipelineProducer(NextflowEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.runs = new PipelineRuns(jvm, new LocalLauncher(), Duration.ofMillis(endpoint.getTimeLimit()));
        this.clock = endpoint.getCamelContext()
                .getExecutorServiceManager()
                .newSingleThreadScheduledExecutor(this, "nextflow-run");
    }

    /** A pipeline that cannot be run is told when the route starts, and not by its first message. */
    @Override
    protected void doStart() throws Exception {
        PipelineOrder order = endpoint.order();
        if (endpoint.isCheck()) {
            PipelineAnswer answer = PipelineAnswer.of(jvm, order.script(), order.profiles(), order.configs());
            if (!answer.problems().isEmpty()) {
                throw new CodeSettingsException(endpoint + ": " + String.join("; ", answer.problems()));
            }
        }
        super.doStart();
        clock.scheduleWithFixedDelay(this::lookAtAll, endpoint.getDelay(), endpoint.getDelay(), TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            PipelineOrder said = PipelineBody.of(exchange.getMessage().getBody(), endpoint.order(), endpoint.folder());
            Path folder = endpoint.folder().resolve(said.name());
            PipelineOrder order =
                    said.with(endpoint.getOutdir(), folder.resolve(PUBLISHED).toString());
            Waiting run = new Waiting(exchange, order, folder);
            runs.begin(order, folder, run.publishes());
            waiting.put(callback, run);
            return false;
        } catch (IOException | RuntimeException e) { // of whatever kind: the route decides what becomes of it
            exchange.setException(e);
            callback.done(true);
            return true;
        }
    }

    private void lookAtAll() {
        waiting.forEach((callback, run) -> {
            try {
                Optional<PipelineRun> ended = runs.look(run.order(), run.folder(), run.publishes());
                if (ended.isPresent()) {
                    run.exchange().getMessage().setBody(ended.get());
                    answer(callback);
                }
            } catch (IOException | RuntimeException e) { // what is thrown here would end the clock
                run.exchange().setException(e);
                answer(callback);
            }
        });
    }

    private void answer(AsyncCallback callback) {
        if (waiting.remove(callback) != null) {
            callback.done(false);
        }
    }

    /** What still runs is ended: who stops the route does not wait for a pipeline, and with resume it goes on the next time. */
    @Override
    protected void doStop() throws Exception {
        super.doStop();
        for (Waiting run : waiting.values()) {
            try {
                runs.end(run.order(), run.folder());
            } catch (IOException e) {
                LOG.warn("{}: the pipeline could not be ended: {}", run.folder(), e.getMessage());
            }
        }
        lookAtAll();
        endpoint.getCamelContext().getExecutorServiceManager().shutdownNow(clock);
    }
}
