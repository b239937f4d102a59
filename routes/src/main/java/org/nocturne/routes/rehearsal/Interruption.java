package org.nocturne.routes.rehearsal;

import java.util.List;
import java.util.Optional;
import org.nocturne.adapters.launch.Calculations;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.run.Beside;

/** Kills one calculation of a campaign while it runs, as an administrator or the kernel would, to see that the night goes on. */
final class Interruption implements Beside {
    private final Store store;
    private Optional<Job> killed = Optional.empty();
    private boolean survived;

    Interruption(Store store) {
        this.store = store;
    }

    @Override
    public void lives() {
        if (killed.isEmpty()) {
            List<Job> all = store.inTransaction(tx -> tx.jobs().all());
            killed = all.stream()
                    .filter(job -> job.state() == Job.State.RUNNING)
                    .filter(job -> job.step() == Step.RELAX || job.step() == Step.LABEL)
                    .filter(job -> Calculations.kill(job.claimedToken()) > 0)
                    .findFirst();
        }
    }

    /** The campaign has ended, its store is still open: what became of the step that was killed. */
    @Override
    public void close() {
        survived = killed.map(job -> store.inTransaction(tx -> tx.jobs().of(job.subject())).stream()
                        .filter(attempt -> attempt.step() == job.step())
                        .toList())
                .filter(attempts -> attempts.stream().anyMatch(attempt -> attempt.cause() == Cause.KILLED))
                .filter(attempts -> attempts.stream().anyMatch(attempt -> attempt.state() == Job.State.DONE))
                .isPresent();
    }

    /** Whether a calculation was met and killed. */
    boolean happened() {
        return killed.isPresent();
    }

    /** Whether this is the attempt that was killed. */
    boolean wasOf(Job job) {
        return killed.filter(k -> k.id() == job.id()).isPresent();
    }

    /** Whether its step was told to be killed, and done by another attempt. */
    boolean wasSurvived() {
        return survived;
    }
}
