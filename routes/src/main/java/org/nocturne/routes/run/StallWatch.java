package org.nocturne.routes.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.nocturne.adapters.launch.Pulse;
import org.nocturne.adapters.launch.Reason;
import org.nocturne.adapters.watch.Output;
import org.nocturne.adapters.watch.Sample;
import org.nocturne.adapters.watch.Vigil;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Task;
import org.nocturne.learning.store.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the jobs that run and ends those that hang, or that get on so slowly that they can never come to their end. What was seen of one
 * lies in memory alone: to a runner that has just started each of them looks as if it had just begun.
 */
final class StallWatch {
    private static final Logger LOG = LoggerFactory.getLogger(StallWatch.class);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final int LOOKS_IN_PATIENCE = 20;
    private static final Duration SHORTEST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final LongSupplier nanoTime;
    private final UsualOutput usual;
    private final Map<String, Watched> runs = new ConcurrentHashMap<>();

    /** @param nanoTime by a clock that nobody sets */
    StallWatch(LongSupplier nanoTime, UsualOutput usual) {
        this.nanoTime = nanoTime;
        this.usual = usual;
    }

    /** One run that is looked at. */
    private static final class Watched {
        private final Vigil vigil;
        private long nextNanos;
        private boolean isEnding;

        Watched(Duration patience, long nanos) {
            this.vigil = new Vigil(patience);
            this.nextNanos = nanos;
        }
    }

    /** Looks at a running job, if it is time to, and has it ended if it is stuck; returns at once. */
    void look(Job job, Workplace place, Path dir, Supplier<Task> task) throws IOException {
        Duration patience = place.stalledAfter();
        if (patience.isZero()) {
            return;
        }
        long now = nanoTime.getAsLong();
        Watched run = runs.computeIfAbsent(job.claimedToken(), token -> new Watched(patience, now));
        synchronized (run) {
            if (run.isEnding || now - run.nextNanos < 0) {
                return;
            }
            run.nextNanos = now + between(patience).toNanos();
            Optional<String> stuck = judge(run.vigil, job, place, dir, task);
            if (stuck.isPresent()) {
                run.isEnding = true;
                end(job, place, dir, stuck.get());
            }
        }
    }

    private Optional<String> judge(Vigil vigil, Job job, Workplace place, Path dir, Supplier<Task> task)
            throws IOException {
        Pulse pulse = place.launcher().pulse(job.claimedToken(), dir);
        if (!pulse.atWork()) {
            vigil.begin();
            return Optional.empty();
        }
        vigil.look(new Sample(nanoTime.getAsLong(), Output.in(dir), pulse.processor()));
        if (!vigil.isLongEnough()) {
            return Optional.empty();
        }
        Optional<String> hangs = vigil.hangs();
        if (hangs.isPresent()) {
            return hangs;
        }
        Task asked = task.get();
        return vigil.drips(
                place.code(job).progress(asked, job.claimedToken(), dir), usual.of(job.step(), asked), place.longest());
    }

    /** In a thread of its own: a program may be deaf for a while, and the kernel for longer. */
    private static void end(Job job, Workplace place, Path dir, String seen) {
        Thread ending = new Thread(
                () -> {
                    try {
                        place.launcher().end(job.claimedToken(), dir, GRACE, Reason.seen(Cause.STALLED, seen));
                    } catch (IOException | RuntimeException e) {
                        LOG.warn("{} is stuck and could not be ended: {}", dir, e.getMessage());
                    }
                },
                "ending-" + job.claimedToken());
        ending.setDaemon(true);
        ending.start();
    }

    /** The job has ended. */
    void forget(Job job) {
        runs.remove(job.claimedToken());
    }

    private static Duration between(Duration patience) {
        Duration part = patience.dividedBy(LOOKS_IN_PATIENCE);
        return part.compareTo(SHORTEST) < 0 ? SHORTEST : part.compareTo(LONGEST) > 0 ? LONGEST : part;
    }
}
