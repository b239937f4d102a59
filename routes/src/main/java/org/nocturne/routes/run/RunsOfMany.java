package org.nocturne.routes.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nocturne.adapters.BatchRuns;
import org.nocturne.adapters.Code;
import org.nocturne.core.work.Step;
import org.nocturne.core.work.Task;
import org.nocturne.learning.loop.Tasks;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.JobTable.Waiting;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.Transaction;

/**
 * Which pending jobs go into one run of a code that does many at once. A run begins when it is full or nothing more has come for a moment, and takes
 * its share of what waits, so that free slots get as much each. What was interrupted goes on in its old place, with the same jobs in the same order: a
 * program that remembers its own steps finds them there.
 */
final class RunsOfMany {
    /** Nothing more has come for so long: a round is proposed one by one. */
    private static final Duration SETTLED = Duration.ofSeconds(1);
    /** However slowly they come, the first of them waits no longer. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Store store;
    private final Tasks tasks;
    private final String runner;

    RunsOfMany(Store store, Tasks tasks, String runner) {
        this.store = store;
        this.tasks = tasks;
        this.runner = runner;
    }

    /** Whether the oldest pending job of this step goes into a run of many. */
    boolean takes(Step step, Workplace place) {
        return place.code().batches().isPresent()
                && pending(step, 1).stream()
                        .findFirst()
                        .flatMap(job -> batches(place, job).filter(batches -> batches.refusal(tasks.of(job))
                                .isEmpty()))
                        .isPresent();
    }

    /**
     * Claims jobs for one run.
     *
     * @param freeSlots at least one
     * @return the first of them; empty while more are expected
     */
    Optional<Job> claim(Step step, Workplace place, int freeSlots) {
        Waiting waiting = store.inTransaction(tx -> tx.jobs().waiting(step));
        if (waiting.jobs() == 0) {
            return Optional.empty();
        }
        Job first = pending(step, 1).get(0);
        BatchRuns batches = batches(place, first).orElseThrow();
        int share = Math.min(batches.most(), (waiting.jobs() + freeSlots - 1) / freeSlots);
        if (waiting.jobs() < batches.most() && !hasSettled(waiting)) {
            return Optional.empty();
        }
        if (goesAlone(first)) {
            return claimed(List.of(first), Optional.empty());
        }
        Optional<List<Job>> before = store.inTransaction(tx -> tx.sharedRuns().interruptedBefore(first));
        Optional<List<Job>> same = before.flatMap(run -> again(run, first, place));
        List<Job> members = same.orElseGet(() -> together(first, place, batches, share, before.isPresent()));
        Optional<String> dir = same.map(jobs -> before.orElseThrow().get(0).claimedWorkDir());
        return claimed(members, dir);
    }

    private Optional<Job> claimed(List<Job> members, Optional<String> dir) {
        return store.inTransaction(tx -> tx.sharedRuns().claim(members, runner, dir)).stream()
                .findFirst();
    }

    private boolean hasSettled(Waiting waiting) {
        Instant now = store.inTransaction(Transaction::now);
        return !now.isBefore(waiting.newest().plus(SETTLED))
                || !now.isBefore(waiting.oldest().plus(LONGEST));
    }

    /** The next attempts of the jobs of a run, if all of them wait and are asked the same as before. */
    private Optional<List<Job>> again(List<Job> run, Job first, Workplace place) {
        List<Job> next = new ArrayList<>();
        for (Job before : run) {
            store.inTransaction(tx -> tx.jobs().of(before.subject())).stream()
                    .filter(job -> job.step() == before.step() && job.state() == Job.State.PENDING)
                    .filter(job -> job.corrections().equals(first.corrections()))
                    .filter(job -> isSame(place, before, job))
                    .forEach(next::add);
        }
        return next.size() == run.size() ? Optional.of(next) : Optional.empty();
    }

    private boolean isSame(Workplace place, Job before, Job job) {
        return place.code(before).method().equals(place.code(job).method())
                && before.corrections().steps() == job.corrections().steps()
                && before.corrections().iterations() == job.corrections().iterations();
    }

    /** @param withInterrupted whether jobs of interrupted runs are taken too; else they wait for each other */
    private List<Job> together(Job first, Workplace place, BatchRuns batches, int share, boolean withInterrupted) {
        Task asked = tasks.of(first);
        List<Job> out = new ArrayList<>();
        for (Job job : pending(first.step(), batches.most())) {
            boolean fits = job.corrections().equals(first.corrections())
                    && (withInterrupted || !wasInterrupted(job))
                    && !goesAlone(job)
                    && batches(place, job).isPresent();
            if (fits && out.size() < share) {
                Task task = tasks.of(job);
                if (batches.refusal(task).isEmpty() && batches.goTogether(asked, task)) {
                    out.add(job);
                }
            }
        }
        return out;
    }

    private boolean wasInterrupted(Job job) {
        return job.attempt() > 1
                && store.inTransaction(tx -> tx.sharedRuns().interruptedBefore(job))
                        .isPresent();
    }

    private boolean goesAlone(Job job) {
        return job.attempt() > 1 && store.inTransaction(tx -> tx.sharedRuns().goesAlone(job));
    }

    private List<Job> pending(Step step, int limit) {
        return store.inTransaction(tx -> tx.jobs().pending(step, limit));
    }

    private static Optional<BatchRuns> batches(Workplace place, Job job) {
        Code code = place.code(job);
        return code.batches();
    }
}
