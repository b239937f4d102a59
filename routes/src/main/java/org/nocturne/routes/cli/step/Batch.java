package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.RunToEnd;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/** Tasks of one code, some at the same time, answered in their order. If this program is ended, it ends its runs. */
final class Batch {
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(20);

    private final Code code;
    private final int slots;
    private final Duration limit;
    private final Path work;
    private final boolean keep;
    private final LocalLauncher launcher = new LocalLauncher();
    private final Map<String, Path> running = new ConcurrentHashMap<>();
    private volatile boolean ending;

    Batch(Code code, int slots, Duration limit, Path work, boolean keep) {
        this.code = code;
        this.slots = slots;
        this.limit = limit;
        this.work = work;
        this.keep = keep;
    }

    /** What is done with each answer, in the order of the tasks. */
    interface Visitor {
        void visit(int index, Outcome outcome) throws IOException;
    }

    void run(List<? extends Task> tasks, Visitor visitor) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(slots);
        Thread atExit = new Thread(this::endAll);
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            Answer[] answers = new Answer[tasks.size()];
            for (TaskGroup group : TaskGroup.of(code, tasks)) {
                Future<List<Outcome>> run = pool.submit(() -> run(group));
                for (int k = 0; k < group.places().size(); k++) {
                    answers[group.places().get(k)] = new Answer(run, k);
                }
            }
            for (int k = 0; k < answers.length; k++) {
                Outcome answer = answers[k].await();
                if (ending) {
                    throw new IllegalStateException("ended before all frames were done");
                }
                visitor.visit(k, answer);
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while runs were going on", e);
        } finally {
            boolean shuttingDown = ending;
            endAll();
            pool.shutdown();
            if (!shuttingDown) {
                Runtime.getRuntime().removeShutdownHook(atExit);
            }
        }
    }

    /**
     * The results of all tasks, where none may fail.
     *
     * @throws IllegalArgumentException if one did; the message names the structure, the cause and where its run lies
     */
    <R extends Result> List<R> results(List<? extends Task> tasks, Class<R> kind) throws IOException {
        List<R> out = new ArrayList<>();
        run(tasks, (index, outcome) -> {
            if (outcome instanceof Outcome.Failed failure) {
                throw new IllegalArgumentException("structure " + (index + 1) + ": " + failure.cause() + ", "
                        + failure.detail() + "; see " + failure.workDir());
            }
            out.add(kind.cast(((Outcome.Done) outcome).result()));
        });
        return out;
    }

    /** @param place of the task in its run */
    private record Answer(Future<List<Outcome>> run, int place) {
        Outcome await() throws ExecutionException, InterruptedException {
            return run.get().get(place);
        }
    }

    private List<Outcome> run(TaskGroup group) {
        String token = group.token(code.method(), work);
        Path dir = work.resolve(group.folder(token));
        running.put(token, dir);
        List<Outcome> outcomes;
        try {
            outcomes = ending ? group.cancelled(dir) : group.run(code, new RunToEnd(launcher), token, dir, limit);
        } finally {
            running.remove(token);
        }
        if (!keep && outcomes.stream().allMatch(Outcome.Done.class::isInstance)) {
            delete(dir);
        }
        return outcomes;
    }

    /** A run that was about to start when this began appears a moment later; so it looks until none is left. */
    private void endAll() {
        ending = true;
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (!running.isEmpty() && System.nanoTime() < patience) {
            running.forEach(this::end);
        }
    }

    private void end(String token, Path dir) {
        try {
            launcher.end(token, dir, GRACE, Cause.CANCELLED);
            Thread.sleep(POLL.toMillis());
        } catch (IOException e) {
            throw new UncheckedIOException(dir + ": the run could not be ended: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void delete(Path dir) {
        try (Stream<Path> inside = Files.walk(dir)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
            try (Stream<Path> others = Files.list(work)) {
                if (others.findAny().isEmpty()) {
                    Files.delete(work);
                }
            }
        } catch (IOException e) {
            // Another run came or went in between; a work directory too many harms nobody.
        }
    }
}
