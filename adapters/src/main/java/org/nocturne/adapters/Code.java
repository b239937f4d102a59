package org.nocturne.adapters;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.core.port.Forces;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Corrections;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.PairPotential;
import org.nocturne.core.work.Task;

/**
 * An external code. It knows how inputs are written and outputs are read; it never starts a process of a calculation. What it keeps
 * alive for {@link #forces} is started and ended through {@link org.nocturne.adapters.launch.Conversation}.
 */
public interface Code {

    /** Which labels this code gives: its name, its version as the program states it, potential and settings. */
    Method method();

    /** Whether it has tasks of this kind at all; one that it has may still be refused in {@link #prepare}. */
    default boolean expresses(Class<? extends Task> task) {
        return true;
    }

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

    /**
     * How far a run is that has not ended, of the whole, from 0 to 1; empty where its output does not tell. For a run that cannot come to its end
     * in time to be found early, so it must be cheap and rather too much than too little.
     *
     * @param token the one that was prepared
     */
    default OptionalDouble progress(Task task, String token, Path workDir) throws IOException {
        return OptionalDouble.empty();
    }

    /**
     * This code as an attempt needs it whose settings were corrected; the method is that of its labels.
     *
     * @throws IllegalArgumentException if it cannot be changed so
     */
    default Code corrected(Corrections corrections) {
        if (corrections.changesSettings()) {
            throw new IllegalArgumentException(method().code() + " cannot be changed to " + corrections.inWords());
        }
        return this;
    }

    /**
     * This code with a pair potential added to its own. What it says of energies and forces is then of the sum, by another {@link #method}.
     *
     * @throws IllegalArgumentException if it has no such way, or none for this potential
     */
    default Code with(PairPotential added) {
        throw new IllegalArgumentException(method().code() + " cannot add a tabulated pair potential to its own");
    }

    /** Many tasks in one run; empty where the code has no such way. */
    default Optional<BatchRuns> batches() {
        return Optional.empty();
    }

    /**
     * Energies and forces of many configurations of one structure from a program that is kept alive, for corrections that ask a few
     * milliseconds at a time. Empty where the code has no such way; then it can do all else.
     *
     * @param around the structure X whose configurations X + u will be asked for; cell and species stay
     * @param workDir the program's own directory; created, or emptied, and removed when the forces are closed, unless they failed
     * @param patience how long one answer may take
     * @throws IllegalArgumentException if the code cannot express this structure
     * @throws org.nocturne.core.port.ForcesException if the program does not come up
     */
    default Optional<Forces> forces(Structure around, Path workDir, Duration patience) throws IOException {
        return Optional.empty();
    }
}
