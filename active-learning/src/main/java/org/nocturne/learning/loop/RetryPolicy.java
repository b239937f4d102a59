package org.nocturne.learning.loop;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Correction;
import org.nocturne.core.work.Corrections;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Remedy;
import org.nocturne.learning.store.Job;

/**
 * Whether a failed step is worth another attempt. What was interrupted from outside is repeated as it was; what failed by itself would fail
 * again, unless something is done otherwise.
 */
final class RetryPolicy {
    private static final int MOST_INTERRUPTIONS = 5;
    private static final Set<Cause> INTERRUPTIONS = EnumSet.of(Cause.KILLED, Cause.NODE_FAILURE, Cause.PREEMPTED);
    private static final Set<Cause> WITHOUT_ROOM = EnumSet.of(Cause.DISK_FULL);

    private final RetryPlan plan;

    RetryPolicy(RetryPlan plan) {
        this.plan = plan;
    }

    /**
     * Whether what failed as one of many in a run that failed for all of them is tried once more as it was, in a run of its own: the fault may be
     * another's.
     *
     * @param attempts as below
     */
    boolean isTriedAlone(Job job, Outcome.Failed failed, List<Job> attempts) {
        return !failed.cause().isOfTheSurroundings()
                && attempts.stream()
                        .filter(earlier -> earlier.step() == job.step() && earlier.attempt() < job.attempt())
                        .filter(earlier -> earlier.corrections().equals(job.corrections()))
                        .allMatch(earlier -> Optional.ofNullable(earlier.cause())
                                .filter(Cause::isOfTheSurroundings)
                                .isPresent());
    }

    /**
     * What the next attempt does otherwise than the first; empty where there is none.
     *
     * @param attempts all jobs of the subject, this one among them as it has ended
     * @param correctedInAll attempts of the campaign that were corrected so far
     */
    Optional<Corrections> next(Job job, Outcome.Failed failed, List<Job> attempts, int correctedInAll) {
        return switch (failed.cause()) {
            case CANCELLED -> Optional.of(job.corrections()); // a person stopped the campaign and will resume it
            case KILLED, NODE_FAILURE, PREEMPTED ->
                times(job, attempts, INTERRUPTIONS) < MOST_INTERRUPTIONS
                        ? Optional.of(job.corrections())
                        : Optional.empty();
            case DISK_FULL -> repeated(job, failed.remedies(), attempts, correctedInAll);
            case BAD_INPUT,
                    MISSING_PROGRAM,
                    NOT_CONVERGED,
                    NOT_FINITE,
                    LOST_ATOMS,
                    WRONG_ATOM_COUNT,
                    TIMED_OUT,
                    STALLED,
                    OUTPUT_TOO_LARGE,
                    OUT_OF_MEMORY,
                    BAD_EXIT,
                    UNREADABLE_OUTPUT,
                    FOREIGN_OUTPUT -> corrected(job, failed.remedies(), attempts, correctedInAll);
        };
    }

    /** As it was, once there is room again, unless a site's file knows better; a disk that stays full ends that some time. */
    private Optional<Corrections> repeated(Job job, List<Remedy> remedies, List<Job> attempts, int correctedInAll) {
        return corrected(job, remedies, attempts, correctedInAll)
                .or(() -> times(job, attempts, WITHOUT_ROOM) < MOST_INTERRUPTIONS
                        ? Optional.of(job.corrections())
                        : Optional.empty());
    }

    private Optional<Corrections> corrected(Job job, List<Remedy> remedies, List<Job> attempts, int correctedInAll) {
        long ofSubject = attempts.stream().filter(RetryPolicy::wasCorrected).count();
        if (ofSubject >= plan.perSubject() || correctedInAll >= plan.inAll()) {
            return Optional.empty();
        }
        return remedies.stream()
                .filter(remedy -> remedy.steps().contains(job.step().asked()))
                .filter(remedy -> job.corrections().count(remedy.correction()) < remedy.atMost())
                .map(Remedy::correction)
                .filter(correction -> mayGrow(job.corrections(), correction))
                .findFirst()
                .map(job.corrections()::and);
    }

    /**
     * A correction that only asks for more is refused where nothing more is to be had; what grows beside a change is cut at its limit.
     */
    private boolean mayGrow(Corrections before, Correction correction) {
        boolean growsOnly = !correction.changesSettings()
                && !correction.anotherSeed()
                && correction.steps() == 1
                && correction.iterations() == 1;
        boolean moreTime = correction.time() > 1 && before.time() < plan.mostTime();
        boolean moreMemory = correction.memory() > 1 && before.memory() < plan.mostMemory();
        return !growsOnly || moreTime || moreMemory;
    }

    private static boolean wasCorrected(Job job) {
        return !job.corrections().isEmpty();
    }

    private static long times(Job job, List<Job> attempts, Set<Cause> causes) {
        return attempts.stream()
                .filter(a -> a.step() == job.step())
                .filter(a -> causes.contains(a.cause()))
                .count();
    }
}
