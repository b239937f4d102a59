package org.nocturne.adapters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Task;

/**
 * Many tasks in one run of a code, where starting it costs more than a structure. Each task has an outcome of its own: what is missing of one takes
 * nothing from the others.
 */
public interface BatchRuns {
    /** The most tasks of one run. */
    int most();

    /** Whether tasks of this kind are done many in one run. */
    boolean expresses(Class<? extends Task> task);

    /** Why this task cannot be part of a run; empty where it can. */
    Optional<String> refusal(Task task);

    /** Whether two tasks, neither of them refused, may be parts of one run. */
    boolean goTogether(Task one, Task other);

    /**
     * Writes the inputs into {@code workDir}, which exists, and says what to start there. Files that are there already and would be the same are left
     * untouched, so that a program which remembers its own steps finds them again.
     *
     * @param tasks at least one, none of them refused, of which all go together
     * @param token marks input and output as those of this attempt
     * @throws IOException if the inputs cannot be written
     */
    Command prepare(List<? extends Task> tasks, String token, Path workDir) throws IOException;

    /**
     * Reads what the run left behind, as {@link Code#read} does.
     *
     * @return one outcome for each task, in their order; answers are known by what they say and never by their place
     */
    List<Outcome> read(List<? extends Task> tasks, String token, Path workDir, Finished run);
}
