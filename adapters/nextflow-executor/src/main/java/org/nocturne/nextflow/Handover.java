package org.nocturne.nextflow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tasks that are with Nocturne. All of them are told of in every question, so there is nothing that a lost question could lose: Nocturne takes
 * those that it does not know, and answers where each stands.
 */
final class Handover implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);
    private static final long BETWEEN_QUESTIONS_MILLIS = 100;

    private final NocturneSocket nocturne;
    private final LauncherChoice choice;
    private final Runnable news;
    private final Consumer<String> refusal;
    private final Map<String, HandedTask> handed = new ConcurrentHashMap<>();
    private final Map<String, Standing> standings = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(runnable -> {
        Thread thread = new Thread(runnable, "nocturne-handover");
        thread.setDaemon(true);
        return thread;
    });
    private boolean answered = true;

    /**
     * Begins to ask as soon as there is a task.
     *
     * @param news is called when a task has begun or ended
     * @param refusal is told why Nocturne takes no tasks at all
     */
    Handover(NocturneSocket nocturne, LauncherChoice choice, Runnable news, Consumer<String> refusal) {
        this.nocturne = nocturne;
        this.choice = choice;
        this.news = news;
        this.refusal = refusal;
        clock.scheduleWithFixedDelay(
                this::askAll, BETWEEN_QUESTIONS_MILLIS, BETWEEN_QUESTIONS_MILLIS, TimeUnit.MILLISECONDS);
    }

    void hand(HandedTask task) {
        handed.put(task.token(), task);
    }

    Standing standing(String token) {
        return standings.getOrDefault(token, Standing.WAITING);
    }

    /** Its end has been seen. */
    void forget(String token) {
        handed.remove(token);
        standings.remove(token);
    }

    /** Has the task ended; where nobody answers any more, its processes on this machine are ended from here. Jobs of a cluster go on to their end. */
    void end(String token) {
        handed.remove(token);
        try {
            nocturne.ask(question(List.of(), List.of(token)));
        } catch (IOException e) {
            LOG.debug("nobody to ask for the end of {}: {}", token, e.getMessage());
            if (choice.isLocal()) {
                TaskProcesses.end(token);
            }
        }
    }

    private void askAll() {
        List<HandedTask> all = new ArrayList<>(handed.values());
        if (all.isEmpty()) {
            return;
        }
        try {
            Map<?, ?> answer = nocturne.ask(question(all, List.of()));
            answered = true;
            if (answer.get("refused") instanceof String why) {
                clock.shutdown();
                refusal.accept(why);
            } else if (takeIn((Map<?, ?>) Objects.requireNonNull(answer.get("standings"), "standings"))) {
                news.run();
            }
        } catch (IOException | RuntimeException e) { // what is thrown here would end the clock
            if (answered) {
                LOG.warn("Nocturne does not answer, the tasks of the executor camel wait for it -- {}", e.getMessage());
            }
            answered = false;
        }
    }

    /** Whether there is news. */
    private boolean takeIn(Map<?, ?> told) {
        boolean changed = false;
        for (Map.Entry<?, ?> entry : told.entrySet()) {
            Standing now = Standing.of((Map<?, ?>) Objects.requireNonNull(entry.getValue()));
            changed |= handed.containsKey(entry.getKey())
                    && !now.equals(standings.put(String.valueOf(entry.getKey()), now));
        }
        return changed;
    }

    private Map<String, Object> question(List<HandedTask> tasks, List<String> toEnd) {
        return Map.of(
                "launcher",
                choice.toMap(),
                "tasks",
                tasks.stream().map(HandedTask::toMap).collect(Collectors.toList()),
                "end",
                toEnd);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
