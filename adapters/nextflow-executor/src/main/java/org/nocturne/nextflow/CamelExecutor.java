package org.nocturne.nextflow;

import nextflow.exception.AbortOperationException;
import nextflow.executor.Executor;
import nextflow.executor.SupportedScriptTypes;
import nextflow.processor.TaskHandler;
import nextflow.processor.TaskMonitor;
import nextflow.processor.TaskPollingMonitor;
import nextflow.processor.TaskRun;
import nextflow.script.ScriptType;
import nextflow.util.Duration;
import nextflow.util.ServiceName;
import org.jspecify.annotations.Nullable;
import org.pf4j.ExtensionPoint;

/**
 * The executor {@code camel}: each task becomes a message of a Camel route in the Nocturne that has started this JVM, and runs through the launchers
 * of Nocturne. Known to the engine by META-INF/extensions.idx. Processes without a script ({@code exec:}) stay in the engine, as with its grid executors.
 */
@ServiceName("camel")
@SupportedScriptTypes(ScriptType.SCRIPTLET)
public final class CamelExecutor extends Executor implements ExtensionPoint {
    /** System property: the socket on which Nocturne listens. */
    static final String SOCKET_PROPERTY = "nocturne.socket";

    private static final int QUEUE_SIZE = 100;
    private static final Duration BETWEEN_LOOKS = Duration.of("100ms");

    private @Nullable Handover handover;

    @Override
    protected TaskMonitor createTaskMonitor() {
        return TaskPollingMonitor.create(getSession(), getName(), QUEUE_SIZE, BETWEEN_LOOKS);
    }

    @Override
    protected void register() {
        String socket = System.getProperty(SOCKET_PROPERTY);
        if (socket == null) {
            throw new AbortOperationException(
                    "The executor '" + getName() + "' hands tasks to the Nocturne that has started the pipeline,"
                            + " and there is none: use 'nocturne nextflow run', without -bg");
        }
        handover = new Handover(
                new NocturneSocket(socket),
                LauncherChoice.of(getSession(), getName()),
                this::signal,
                why -> getSession()
                        .abort(new AbortOperationException(
                                "Nocturne does not take the tasks of the executor '" + getName() + "': " + why)));
    }

    /** What holds the tasks that are with Nocturne. */
    Handover handover() {
        if (handover == null) {
            throw new IllegalStateException("the executor " + getName() + " is not registered");
        }
        return handover;
    }

    @Override
    public TaskHandler createTaskHandler(TaskRun task) {
        return new CamelTaskHandler(task, this);
    }

    @Override
    public void shutdown() {
        if (handover != null) {
            handover.close();
        }
    }
}
