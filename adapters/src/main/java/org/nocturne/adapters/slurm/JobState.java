package org.nocturne.adapters.slurm;

import java.util.Optional;
import org.nocturne.core.work.Cause;

/**
 * The states of a job as squeue and the job completion file name them (squeue(1), JOB STATE CODES). What is not known here, as of a
 * later version, counts as alive: it is asked for again.
 */
enum JobState {
    PENDING,
    RUNNING,
    SUSPENDED,
    /** Decided, while the last processes go. */
    COMPLETING,
    OTHER_ALIVE,
    COMPLETED(null),
    FAILED(null),
    TIMEOUT(Cause.TIMED_OUT),
    DEADLINE(Cause.TIMED_OUT),
    OUT_OF_MEMORY(Cause.OUT_OF_MEMORY),
    NODE_FAIL(Cause.NODE_FAILURE),
    BOOT_FAIL(Cause.NODE_FAILURE),
    PREEMPTED(Cause.PREEMPTED),
    CANCELLED(Cause.CANCELLED),
    REVOKED(Cause.CANCELLED);

    private final boolean alive;
    private final Optional<Cause> cause;

    JobState() {
        this.alive = true;
        this.cause = Optional.empty();
    }

    JobState(@org.jspecify.annotations.Nullable Cause cause) {
        this.alive = false;
        this.cause = Optional.ofNullable(cause);
    }

    static JobState of(String word) {
        for (JobState state : values()) {
            if (state.name().equals(word)) {
                return state;
            }
        }
        return OTHER_ALIVE;
    }

    boolean isAlive() {
        return alive;
    }

    /** Whether an order to end it would change anything. */
    boolean canBeCancelled() {
        return alive && this != COMPLETING;
    }

    /** Why it ended, where the state alone says so. */
    Optional<Cause> cause() {
        return cause;
    }
}
