package org.nocturne.adapters.slurm;

import java.util.Optional;
import java.util.regex.Pattern;
import org.nocturne.core.work.Cause;

/**
 * One line of squeue.
 *
 * @param reason why it waits or how it ended, in Slurm's words
 */
record QueuedJob(long id, JobState state, String reason, String name) {
    static final String FORMAT = "%A|%T|%r|%j";

    /**
     * What no waiting mends: the limits of a partition or an account would have to change first (squeue(1), JOB REASON CODES). Not among
     * them are those that Slurm also gives while nodes are down: PartitionConfig, PartitionNodeLimit.
     */
    private static final Pattern HOPELESS = Pattern.compile("PartitionTimeLimit|BadConstraints|DependencyNeverSatisfied"
            + "|InvalidAccount|InvalidQOS|AccountNotAllowed|QOSNotAllowed|(Assoc|QOS)Max\\w+PerJob(Limit)?");

    private static final String LAUNCH_FAILED = "launch failed requeued held";

    /** Empty where the line is none of {@link #FORMAT}. */
    static Optional<QueuedJob> parse(String line) {
        String[] fields = line.strip().split("\\|", 4);
        if (fields.length != 4 || !fields[0].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new QueuedJob(Long.parseLong(fields[0]), JobState.of(fields[1]), fields[2], fields[3]));
    }

    /** Why it will never run, though it stands in the queue. */
    Optional<Cause> hopeless() {
        if (state != JobState.PENDING) {
            return Optional.empty();
        }
        if (HOPELESS.matcher(reason).matches()) {
            return Optional.of(Cause.BAD_INPUT);
        }
        return reason.equals(LAUNCH_FAILED) ? Optional.of(Cause.NODE_FAILURE) : Optional.empty();
    }

    /** How it ended, where Slurm knows more than an exit code. */
    Optional<Cause> cause() {
        if (state == JobState.FAILED && reason.equals("BadConstraints")) {
            return Optional.of(Cause.BAD_INPUT);
        }
        return state.cause();
    }
}
