package org.nocturne.routes.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.nocturne.adapters.BatchRuns;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.adapters.launch.State;
import org.nocturne.core.crash.CrashPoint;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Step;
import org.nocturne.core.work.Task;
import org.nocturne.learning.loop.Budget;
import org.nocturne.learning.loop.Progress;
import org.nocturne.learning.loop.Tasks;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Store;

/**
 * Brings jobs and processes together: claims, starts, collects, ends. It remembers nothing that the store and the work directories do
 * not know, but for the jobs it is starting or reading at this moment. The slots of a code are one pool; the oldest
 * pending job that may start goes first, whatever its step. A slot is free when its process and all that it left have ended, while its output
 * is still being read. Of several runners each brings its own jobs to their end.
 */
public final class JobRunner {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Store store;
    private final String runner;
    private final Path campaignDir;
    private final Tasks tasks;
    private final Progress progress;
    private final Workplaces places;
    private final Budget budget;
    private final CampaignMeter meter;
    private final RunsOfMany many;
    private final RunReader reader;
    private final StallWatch stalls;
    private final PipelineIntake pipelines;
    private final RunStarter starter;
    /** Tokens of runs that are at this moment started, read, or were ended. */
    private final Set<String> starting = ConcurrentHashMap.newKeySet();

    private final Set<String> reading = ConcurrentHashMap.newKeySet();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final Occasion occasion;
    private final Turn turn;
    private final Turn turnOfAudits;
    private List<Job> lastSeen = List.of();
    private final AtomicLong freed = new AtomicLong();
    private volatile boolean closed;

    /** @param runner id of this one among those of the campaign */
    JobRunner(
            Store store,
            String runner,
            Path campaignDir,
            Tasks tasks,
            Progress progress,
            Workplaces places,
            Budget budget,
            CampaignMeter meter) {
        this.store = store;
        this.budget = budget;
        this.meter = meter;
        this.runner = runner;
        this.campaignDir = campaignDir;
        this.tasks = tasks;
        this.progress = progress;
        this.places = places;
        this.occasion = new Occasion(store::changes);
        this.turn = new Turn(new Occasion(store::changes), () -> progress.turn(Step.RELAX, budget::fits));
        this.turnOfAudits = new Turn(new Occasion(store::changes), () -> progress.turn(Step.AUDIT, budget::fits));
        UsualOutput usual = new UsualOutput();
        this.stalls = new StallWatch(System::nanoTime, usual);
        this.pipelines = new PipelineIntake(store, campaignDir, System::nanoTime);
        this.many = new RunsOfMany(store, tasks, runner);
        this.reader = new RunReader(store, campaignDir, tasks, usual);
        this.starter = new RunStarter(campaignDir, tasks, reader, new CarriedOver(store, campaignDir), meter);
    }

    /** How many candidates one run of the campaign's own code relaxes. */
    int mostInOneRun() {
        return places.own()
                .code()
                .batches()
                .filter(batches -> batches.expresses(Task.RelaxTask.class))
                .map(BatchRuns::most)
                .orElse(1);
    }

    Workplaces places() {
        return places;
    }

    /**
     * The next job of this step, if it is its turn and a slot is free; of those that go into one run, the first. The intent is committed when this
     * returns.
     */
    public synchronized Optional<Job> claim(Step step, int slotsOfStep) {
        if (closed || !places.canDo(step) || !turn(step).isOf(step)) {
            return Optional.empty();
        }
        Workplace place = places.of(step);
        List<Job> unrecorded = store.inTransaction(tx -> tx.jobs().running(runner));
        reading.retainAll(tokens(unrecorded));
        reader.keepOnly(tokens(unrecorded));
        List<Job> running = unrecorded.stream()
                .filter(job -> places.of(job.step()) == place && !reading.contains(job.claimedToken()))
                .toList();
        int ofStep = tokens(running.stream().filter(job -> job.step() == step).toList())
                .size();
        int free = Math.min(place.slots() - tokens(running).size(), slotsOfStep - ofStep);
        if (free < 1 || !budget.mayBegin(step)) {
            return Optional.empty();
        }
        Optional<Job> job = many.takes(step, place)
                ? many.claim(step, place, free)
                : store.inTransaction(
                        tx -> tx.jobs().claim(step, 1, runner).stream().findFirst());
        job.ifPresent(j -> starting.add(j.claimedToken()));
        job.ifPresent(j -> CrashPoint.JOB_CLAIMED.reached());
        return job;
    }

    private static Set<String> tokens(List<Job> jobs) {
        return jobs.stream().map(Job::claimedToken).collect(Collectors.toSet());
    }

    /** Of the slots of this step. */
    private Turn turn(Step step) {
        return step == Step.AUDIT ? turnOfAudits : turn;
    }

    /**
     * Writes the inputs and starts the process; returns at once.
     *
     * @param job a claimed one; whatever else its run does is started with it
     * @return the jobs of the run as failed, where the code cannot express their tasks
     */
    List<FinishedJob> start(Job job) {
        try {
            return starter.start(job, place(job));
        } finally {
            starting.remove(job.claimedToken());
        }
    }

    /** So many times has a slot become free. */
    long freed() {
        return freed.get();
    }

    /** A running job of this step whose process has ended, with what it answered. */
    public Optional<FinishedJob> finished(Step step) {
        return started(step).stream()
                .map(this::collect)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Under the lock of claim, so that no job is seen between its commit and its start and taken for lost. */
    private synchronized List<Job> started(Step step) {
        if (closed) {
            return List.of();
        }
        if (occasion.arises()) {
            lastSeen = store.inTransaction(tx -> tx.jobs().running(runner));
        }
        Set<String> firstOfRun = new HashSet<>();
        return lastSeen.stream()
                .filter(job -> job.step() == step && !starting.contains(job.claimedToken()))
                .filter(job -> firstOfRun.add(job.claimedToken())) // a run of many is looked at once
                .toList();
    }

    private Optional<FinishedJob> collect(Job job) {
        Path dir = workDir(job);
        try {
            State state = place(job).launcher().look(job.claimedToken(), dir);
            if (state instanceof State.Running) {
                stalls.look(job, place(job), dir, () -> tasks.of(job));
                pipelines.look(job);
                return Optional.empty();
            }
            stalls.forget(job);
            if (!reading.contains(job.claimedToken())) {
                pipelines.end(job); // first: where there is no room for it, it is asked for again
            }
            boolean isNew = reading.add(job.claimedToken());
            int left = isNew ? place(job).launcher().endRest(job.claimedToken(), GRACE) : 0;
            if (isNew) {
                freed.incrementAndGet();
            }
            return Optional.of(state.fold(
                    () -> lost(
                            job,
                            "the process was never seen to begin: it was killed at once, or the runner died before it was started"),
                    running -> {
                        throw new IllegalStateException(dir + ": it runs, and has ended");
                    },
                    ended -> read(job, ended.finished(), left),
                    () -> lost(job, "the process died and left no exit code")));
        } catch (IOException e) {
            throw new UncheckedIOException(dir + ": " + e.getMessage(), e);
        }
    }

    private FinishedJob read(Job job, Finished finished, int left) {
        Code asked = place(job).code(job);
        Outcome outcome = reader.read(job, asked, finished);
        CrashPoint.OUTCOME_READ.reached();
        return new FinishedJob(
                job, asked.method(), outcome, share(job, finished.took()), left, reader.failedAsOne(job));
    }

    /** Of the time of a run that does many. */
    private Duration share(Job job, Duration ofRun) {
        return ofRun.dividedBy(reader.jobs(job).size());
    }

    private Workplace place(Job job) {
        return places.of(job.step());
    }

    private FinishedJob lost(Job job, String why) {
        Outcome outcome = new Outcome.Failed(Cause.KILLED, why, workDir(job));
        return new FinishedJob(job, place(job).method(), outcome, share(job, meter.ranUntilLost(job)));
    }

    /** From now on nothing is claimed or collected. */
    synchronized void close() {
        closed = true;
    }

    /** Ends the processes of this runner, all at once, but for those that are being started at this moment. */
    void endProcesses() {
        Set<String> seen = new HashSet<>();
        List<Job> running = store.inTransaction(tx -> tx.jobs().running(runner)).stream()
                .filter(job -> !starting.contains(job.claimedToken()) && !ended.contains(job.claimedToken()))
                .filter(job -> seen.add(job.claimedToken()))
                .toList();
        List<CompletableFuture<Void>> ends = running.stream()
                .map(job -> CompletableFuture.runAsync(() -> end(job), task -> new Thread(task, "end").start()))
                .toList();
        ends.forEach(CompletableFuture::join);
    }

    private void end(Job job) {
        try {
            place(job).launcher().end(job.claimedToken(), workDir(job), GRACE, Cause.CANCELLED);
            ended.add(job.claimedToken());
        } catch (IOException e) {
            throw new UncheckedIOException(workDir(job) + ": " + e.getMessage(), e);
        }
    }

    /**
     * Ends every process of this runner and returns its jobs: as cancelled, but for those that had ended by themselves. Nothing is claimed
     * or collected from now on.
     */
    List<FinishedJob> cancelAll() {
        close();
        starting.clear(); // whoever was starting one is no longer at work
        endProcesses();
        CrashPoint.JOBS_ENDED.reached();
        return store.inTransaction(tx -> tx.jobs().running(runner)).stream()
                .map(this::endedOrCancelled)
                .toList();
    }

    private FinishedJob endedOrCancelled(Job job) {
        try {
            return place(job)
                    .launcher()
                    .look(job.claimedToken(), workDir(job))
                    .fold(
                            () -> cancelled(job),
                            running -> cancelled(job),
                            ended -> ended.finished().endedBy().equals(Optional.of(Cause.CANCELLED))
                                    ? cancelled(job)
                                    : read(job, ended.finished(), 0),
                            () -> cancelled(job));
        } catch (IOException e) {
            throw new UncheckedIOException(workDir(job) + ": " + e.getMessage(), e);
        }
    }

    private FinishedJob cancelled(Job job) {
        Outcome cancelled = new Outcome.Failed(Cause.CANCELLED, "the campaign was stopped", workDir(job));
        return new FinishedJob(job, place(job).method(), cancelled, share(job, meter.ran(job)));
    }

    private Path workDir(Job job) {
        return campaignDir.resolve(job.claimedWorkDir());
    }
}
