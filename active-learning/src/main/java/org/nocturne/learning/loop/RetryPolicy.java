package org.nocturne.learning.loop;

import org.nocturne.core.work.Cause;

/** Whether work is worth another attempt. What failed by itself would fail again; what was interrupted from outside would not. */
final class RetryPolicy {
    private static final int MOST_ATTEMPTS = 5;

    private RetryPolicy() {}

    static boolean wantsAnother(Cause cause, int attempt) {
        return switch (cause) {
            case CANCELLED -> true; // a person stopped the campaign and will resume it, however often
            case KILLED, NODE_FAILURE, PREEMPTED -> attempt < MOST_ATTEMPTS;
            case BAD_INPUT,
                    MISSING_PROGRAM,
                    NOT_CONVERGED,
                    NOT_FINITE,
                    LOST_ATOMS,
                    WRONG_ATOM_COUNT,
                    TIMED_OUT,
                    STALLED,
                    OUT_OF_MEMORY,
                    DISK_FULL,
                    BAD_EXIT,
                    UNREADABLE_OUTPUT,
                    FOREIGN_OUTPUT -> false;
        };
    }
}
