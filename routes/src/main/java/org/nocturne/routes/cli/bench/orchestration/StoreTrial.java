package org.nocturne.routes.cli.bench.orchestration;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Effort;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.Subject;
import org.nocturne.routes.cli.bench.measure.Timed;

/** Steps that run no program: what the store alone allows, each change of a state in a transaction of its own. */
final class StoreTrial {
    private static final int CHANGES_OF_A_JOB = 3; // queued, claimed, ended

    private static final Effort NO_EFFORT = new Effort(Duration.ZERO, 1);

    private StoreTrial() {}

    /**
     * Changes of state in a second, the median.
     *
     * @param dir a new folder
     */
    static double changesPerSecond(Path dir, int jobs, int repeats) {
        try (Store store = Store.openInside(dir, Clock.systemUTC())) {
            Timed[] runs = IntStream.rangeClosed(0, repeats)
                    .mapToObj(run -> Timed.of(() -> pass(store, run * jobs, jobs)))
                    .skip(1) // the compiler's part
                    .toArray(Timed[]::new);
            return CHANGES_OF_A_JOB * jobs / Timed.median(runs).seconds();
        }
    }

    private static void pass(Store store, int before, int jobs) {
        for (int k = 1; k <= jobs; k++) {
            Subject subject = Subject.candidate(before + k);
            store.inTransaction(tx -> {
                tx.jobs().enqueue(subject, Step.RELAX);
                return subject;
            });
            List<Job> claimed = store.inTransaction(tx -> tx.jobs().claim(Step.RELAX, 1, null));
            store.inTransaction(
                    tx -> tx.jobs().end(claimed.get(0), Job.State.FAILED, Cause.CANCELLED, null, null, NO_EFFORT));
        }
    }
}
