package org.nocturne.core.work;

import java.util.EnumSet;
import java.util.Set;

/** Why a calculation failed. Sites add patterns that map to these causes, never causes. */
public enum Cause {
    /** The code rejected what it was given. */
    BAD_INPUT,
    /** The executable or a file it needs is not there. */
    MISSING_PROGRAM,
    /** Minimisation or self-consistency ended by its step limit, or for a reason that is not convergence. */
    NOT_CONVERGED,
    /** Energies, forces or positions hold NaN or infinity. */
    NOT_FINITE,
    /** The code itself lost atoms. */
    LOST_ATOMS,
    /** The output holds another number of atoms than the input. */
    WRONG_ATOM_COUNT,
    /** Ended by Nocturne because it ran past its time limit. */
    TIMED_OUT,
    /** Ended by Nocturne because it wrote and computed nothing for long, or so little that it could never have come to its end. */
    STALLED,
    /** A file of it grew past what one may hold. */
    OUTPUT_TOO_LARGE,
    OUT_OF_MEMORY,
    DISK_FULL,
    /** Ended by a signal that Nocturne did not send. */
    KILLED,
    /** Ended because a person stopped the campaign. */
    CANCELLED,
    NODE_FAILURE,
    PREEMPTED,
    /** An exit code other than 0 without a better explanation. */
    BAD_EXIT,
    /** Exit code 0, but the output is missing, cut short or not understood. */
    UNREADABLE_OUTPUT,
    /** The output belongs to another run. */
    FOREIGN_OUTPUT;

    private static final Set<Cause> OF_THE_SURROUNDINGS =
            EnumSet.of(TIMED_OUT, OUT_OF_MEMORY, DISK_FULL, KILLED, CANCELLED, NODE_FAILURE, PREEMPTED);

    /**
     * Whether the calculation was ended by what is around it: it may well have been sound, so that another attempt is the same one and goes on where
     * the program can.
     */
    public boolean isOfTheSurroundings() {
        return OF_THE_SURROUNDINGS.contains(this);
    }
}
