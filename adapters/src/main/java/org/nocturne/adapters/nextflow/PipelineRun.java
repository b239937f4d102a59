package org.nocturne.adapters.nextflow;

import java.nio.file.Path;
import java.util.List;
import org.nocturne.adapters.launch.Finished;

/**
 * A run of a pipeline that has ended.
 *
 * @param folder in which the engine was started: .nextflow.log, work
 * @param finished its exit code and time, and why Nocturne ended it, if so
 * @param published whole paths of the files below the folder for published files, in the order of their names
 * @param said what the engine has printed
 */
public record PipelineRun(Path folder, Finished finished, List<Path> published, String said) {
    /** In the folder: one line for each task that the executor camel has had. */
    public static final String TASK_LOG = ".nocturne.log";

    public PipelineRun {
        published = List.copyOf(published);
    }

    public boolean succeeded() {
        return finished.succeeded();
    }
}
