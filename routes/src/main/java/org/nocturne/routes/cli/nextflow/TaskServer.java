package org.nocturne.routes.cli.nextflow;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.nextflow.PipelineRun;
import org.nocturne.routes.pipeline.PipelineTasks;
import org.nocturne.routes.pipeline.TaskLog;
import org.nocturne.routes.pipeline.TaskSocket;

/** Serves the executor camel of the pipeline that this command runs. Camel starts when the first task comes, so a pipeline without any pays nothing. */
final class TaskServer implements AutoCloseable {
    /** Names YAML routes that stand in the place of ours. */
    static final String ROUTES_VARIABLE = "NOCTURNE_ROUTES";

    private static final Path LOG = Path.of(PipelineRun.TASK_LOG);
    private static final String OURS = "classpath:org/nocturne/routes/pipeline.yaml";

    private final String routes;
    private final PipelineTasks tasks = new PipelineTasks(new TaskLog(LOG, Clock.systemUTC()));
    private final TaskSocket socket;
    private @Nullable Main camel;

    TaskServer(Map<String, String> environment) {
        String own = environment.getOrDefault(ROUTES_VARIABLE, "");
        routes = own.isEmpty() ? OURS : "file:" + Path.of(own).toAbsolutePath();
        socket = TaskSocket.listen(this::serving);
    }

    Path path() {
        return socket.path();
    }

    private synchronized PipelineTasks serving() {
        if (camel == null) {
            Main starting = new Main();
            starting.setShutdownStrategy(new SimpleMainShutdownStrategy()); // no hook of its own: the engine ends first
            starting.bind("tasks", tasks);
            starting.configure()
                    .withName("nextflow")
                    .withRoutesIncludePattern(routes)
                    .withShutdownTimeout(10)
                    .withJmxEnabled(false);
            try {
                starting.start();
            } catch (Exception e) { // Camel throws whatever a route's component throws
                throw new IllegalStateException("the routes " + routes + " do not start: " + e.getMessage(), e);
            }
            camel = starting;
        }
        return tasks;
    }

    @Override
    public synchronized void close() {
        socket.close();
        tasks.close();
        if (camel != null) {
            camel.stop();
        }
    }
}
