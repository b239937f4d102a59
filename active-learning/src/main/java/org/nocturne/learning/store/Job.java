package org.nocturne.learning.store;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Corrections;
import org.nocturne.core.work.Step;

/**
 * One attempt at one step for one subject.
 *
 * @param token of its run, committed before anything starts; null while pending
 * @param workDir of its run, relative to the campaign folder; null while pending
 * @param runner who claimed it or took it over; null while pending
 * @param corrections what it does otherwise than the first attempt
 * @param place in a run that it shares with other jobs, from 0; null where its run is its own, or while it is pending
 */
public record Job(
        long id,
        Subject subject,
        Step step,
        int attempt,
        State state,
        @Nullable String token,
        @Nullable String workDir,
        @Nullable Cause cause,
        @Nullable String detail,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String runner,
        Corrections corrections,
        @Nullable Integer place) {

    public enum State {
        PENDING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    /** The token of a job that has been claimed. */
    public String claimedToken() {
        return Optional.ofNullable(token)
                .orElseThrow(() -> new IllegalStateException("job " + id + " was never claimed"));
    }

    /** Whether one process does this job together with others. */
    public boolean sharesItsRun() {
        return place != null;
    }

    /** The work directory of a job that has been claimed. */
    public String claimedWorkDir() {
        return Optional.ofNullable(workDir)
                .orElseThrow(() -> new IllegalStateException("job " + id + " was never claimed"));
    }
}
