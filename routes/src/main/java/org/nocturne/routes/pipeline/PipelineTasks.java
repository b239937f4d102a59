package org.nocturne.routes.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.adapters.launch.Launcher;
import org.nocturne.core.work.Cause;

/**
 * The tasks of a pipeline that are with us: taken when the engine tells of them, started as slots become free, answered when they have ended. What is to be
 * done next is asked by routes, as with the jobs of a campaign; the engine holds the truth, and nothing is lost with this.
 */
public final class PipelineTasks implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private enum Phase {
        WAITING,
        /** On its way through a route. */
        TAKEN,
        STARTED,
        /** Its end was seen and is on its way through a route. */
        SEEN,
        ANSWERED
    }

    private static final class Entry {
        private final PipelineTask task;
        private Phase phase = Phase.WAITING;
        private Standing standing = Standing.WAITING;
        private @Nullable Launcher launcher;

        Entry(PipelineTask task) {
            this.task = task;
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final TaskLaunchers launchers = new TaskLaunchers();
    private final TaskLog log;
    private LauncherChoice choice = new LauncherChoice("local", 1);

    public PipelineTasks(TaskLog log) {
        this.log = log;
    }

    /** Takes what is new, drops what is no longer asked for, ends what is to be ended, and says where each stands. */
    Map<String, Standing> exchange(Handover told) {
        told.end().forEach(this::end);
        synchronized (this) {
            choice = told.launcher();
            Set<String> asked = new HashSet<>();
            for (PipelineTask task : told.tasks()) {
                asked.add(task.token());
                entries.computeIfAbsent(task.token(), token -> new Entry(task));
            }
            if (told.end().isEmpty()) {
                entries.values().removeIf(e -> e.phase == Phase.ANSWERED && !asked.contains(e.task.token()));
            }
            Map<String, Standing> out = new TreeMap<>();
            entries.forEach((token, entry) -> {
                if (asked.contains(token)) {
                    out.put(token, entry.standing);
                }
            });
            return out;
        }
    }

    /** The oldest task that may start now. */
    public synchronized Optional<PipelineTask> next() {
        int taken = entries.values().stream()
                .filter(e -> e.phase == Phase.TAKEN || e.phase == Phase.STARTED)
                .mapToInt(e -> e.task.cpus())
                .sum();
        for (Entry entry : entries.values()) {
            if (entry.phase == Phase.WAITING) {
                // A task that wants more than there is runs alone rather than never.
                boolean fits = choice.isSlurm() || taken == 0 || taken + entry.task.cpus() <= choice.slots();
                entry.phase = fits ? Phase.TAKEN : Phase.WAITING;
                return fits ? Optional.of(entry.task) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Starts a task and returns at once; one that is refused has ended. */
    public synchronized void start(PipelineTask task) {
        Entry entry = entries.get(task.token());
        if (entry == null || entry.phase != Phase.TAKEN) {
            return; // ended while it was under way
        }
        try {
            Launcher launcher = launchers.of(choice, task);
            launcher.start(task.token(), task.command(), task.launchDir(), TaskLaunchers.limit(task));
            entry.launcher = launcher;
            entry.phase = Phase.STARTED;
        } catch (IOException
                | RuntimeException e) { // of whatever kind: the engine is told, and decides what becomes of it
            refuse(task, String.valueOf(e.getMessage()));
        }
    }

    /** What has gone wrong with a task in a route; it has ended. */
    public synchronized void refuse(PipelineTask task, String why) {
        Entry entry = entries.get(task.token());
        if (entry != null) {
            entry.phase = Phase.ANSWERED;
            entry.standing = Standing.refused(why);
            log.refused(task, why);
        }
    }

    /** The next task whose process has ended. */
    public synchronized Optional<EndedTask> ended() {
        for (Entry entry : entries.values()) {
            if (entry.phase == Phase.STARTED && entry.launcher != null) {
                Optional<Finished> ending = look(entry, entry.launcher);
                if (ending.isPresent()) {
                    entry.phase = Phase.SEEN;
                    return Optional.of(new EndedTask(entry.task, ending.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Finished> look(Entry entry, Launcher launcher) {
        try {
            var state = launcher.look(entry.task.token(), entry.task.launchDir());
            entry.standing = state.fold(
                    () -> entry.standing,
                    running -> Standing.running(running.id()),
                    end -> entry.standing,
                    () -> entry.standing);
            return state.ending();
        } catch (IOException e) {
            throw new UncheckedIOException(entry.task.launchDir() + ": " + e.getMessage(), e);
        }
    }

    /** From now on the engine is told of its end. */
    public synchronized void answer(EndedTask ended) {
        Entry entry = entries.get(ended.task().token());
        if (entry != null) {
            entry.phase = Phase.ANSWERED;
            entry.standing = Standing.ended(ended);
            log.ended(ended);
        }
    }

    private void end(String token) {
        Entry entry;
        synchronized (this) {
            entry = entries.get(token);
            if (entry == null) {
                return;
            }
            if (entry.launcher == null) {
                entries.remove(token);
                return;
            }
        }
        try {
            entry.launcher.end(token, entry.task.launchDir(), GRACE, Cause.CANCELLED);
        } catch (IOException e) {
            throw new UncheckedIOException(entry.task.launchDir() + ": " + e.getMessage(), e);
        }
    }

    /** Ends whatever still runs: the engine is gone. */
    @Override
    public void close() {
        List<String> left = new ArrayList<>();
        synchronized (this) {
            entries.values().stream().filter(e -> e.phase == Phase.STARTED).forEach(e -> left.add(e.task.token()));
        }
        left.forEach(this::end);
    }
}
