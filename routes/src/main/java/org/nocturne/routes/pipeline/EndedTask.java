package org.nocturne.routes.pipeline;

import java.util.Optional;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.core.work.Cause;

/** A task whose process has ended. */
public record EndedTask(PipelineTask task, Finished finished) {

    /** What the engine is to say besides the exit code; empty where the exit code says all. */
    Optional<String> problem() {
        Optional<Cause> cause = finished.endedBy();
        if (cause.filter(Cause.TIMED_OUT::equals).isPresent()) {
            return Optional.of("Process exceeded running time limit ("
                    + task.limit()
                            .map(limit -> limit.toMillis() / 1000.0 + " s")
                            .orElse("of the cluster") + ")");
        }
        if (finished.exitCode() == Finished.NO_EXIT_CODE) {
            return Optional.of("The task has left no exit code: "
                    + cause.map(Cause::name).orElse("it was killed together with its wrapper"));
        }
        return Optional.empty();
    }
}
