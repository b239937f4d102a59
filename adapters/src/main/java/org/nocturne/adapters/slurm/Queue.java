package org.nocturne.adapters.slurm;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.launch.Answer;

/** What the controller says of all jobs of this user: one question for all of them, and not more often than the interval. */
final class Queue {
    private static final List<String> QUESTION =
            List.of("squeue", "--me", "--noheader", "--states=all", "--format=" + QueuedJob.FORMAT);

    private final SlurmPrograms programs;
    private final Duration interval;
    private @Nullable Snapshot last;
    private long againNanos;

    Queue(SlurmPrograms programs, Duration interval) {
        this.programs = programs;
        this.interval = interval;
        this.againNanos = System.nanoTime();
    }

    /**
     * One answer of the controller.
     *
     * @param askedNanos when it was asked, by System.nanoTime
     */
    record Snapshot(long askedNanos, Map<String, List<QueuedJob>> byName) {
        List<QueuedJob> named(String name) {
            return byName.getOrDefault(name, List.of());
        }
    }

    /** Not older than the interval; empty where the controller did not answer, which says nothing of any job. */
    synchronized Optional<Snapshot> recent() throws IOException {
        return System.nanoTime() - againNanos < 0 ? Optional.ofNullable(last) : now();
    }

    /** Asked at this moment. A controller that does not answer keeps squeue waiting; then it is left alone for as long again. */
    synchronized Optional<Snapshot> now() throws IOException {
        long askedNanos = System.nanoTime();
        last = programs.run(QUESTION)
                .filter(Answer::succeeded)
                .map(answer -> new Snapshot(askedNanos, parse(answer.out())))
                .orElse(null);
        long answeredNanos = System.nanoTime();
        long waitedNanos = last == null ? answeredNanos - askedNanos : 0;
        againNanos = answeredNanos + Math.max(interval.toNanos(), waitedNanos);
        return Optional.ofNullable(last);
    }

    static Map<String, List<QueuedJob>> parse(String text) {
        return text.lines()
                .map(QueuedJob::parse)
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(QueuedJob::name));
    }
}
