package org.nocturne.adapters;

import java.io.IOException;
import java.nio.file.Path;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Task;

/** An external code. It knows how inputs are written and outputs are read; it never starts a process of the calculation. */
public interface Code {

    /** Which labels this code gives: its name, its version as the program states it, potential and settings. */
    Method method();

    /**
     * Writes the inputs into {@code workDir}, which exists, and says what to start there. The inputs can be run again by hand.
     *
     * @param token marks input and output as those of this attempt
     * @throws IllegalArgumentException if the code cannot express this task; the message says why
     * @throws IOException if the inputs cannot be written
     */
    Command prepare(Task task, String token, Path workDir) throws IOException;

    /**
     * Reads what the run left behind. Whatever it left, bad output is an answer, {@link Outcome.Failed}, and never an exception.
     *
     * @param token the one that was prepared; output that carries another is FOREIGN_OUTPUT
     */
    Outcome read(Task task, String token, Path workDir, Finished run);
}
