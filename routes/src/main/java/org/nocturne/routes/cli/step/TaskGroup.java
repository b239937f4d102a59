package org.nocturne.routes.cli.step;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.nocturne.adapters.BatchRuns;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.RunToEnd;
import org.nocturne.core.format.Sha256;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Task;

/**
 * Tasks that one run does: a single one, or as many as the code takes at once.
 *
 * @param places of the tasks among all, counted from 0
 * @param batches how the code takes many; empty for a single task
 */
record TaskGroup(List<Integer> places, List<Task> tasks, Optional<BatchRuns> batches) {
    private static final int DIGITS = 16;

    /** What a code does in batches is put together; a task that cannot be part of one runs alone. */
    static List<TaskGroup> of(Code code, List<? extends Task> tasks) {
        Optional<BatchRuns> batches = code.batches();
        List<TaskGroup> out = new ArrayList<>();
        List<Integer> together = new ArrayList<>();
        for (int k = 0; k < tasks.size(); k++) {
            Task task = tasks.get(k);
            if (batches.filter(b -> b.refusal(task).isEmpty()).isEmpty()) {
                out.add(new TaskGroup(List.of(k), List.of(task), Optional.empty()));
                continue;
            }
            together.add(k);
            if (together.size() == batches.orElseThrow().most()) {
                out.add(group(together, tasks, batches));
                together.clear();
            }
        }
        if (!together.isEmpty()) {
            out.add(group(together, tasks, batches));
        }
        return out;
    }

    private static TaskGroup group(List<Integer> places, List<? extends Task> all, Optional<BatchRuns> batches) {
        List<Task> tasks = new ArrayList<>();
        places.forEach(place -> tasks.add(all.get(place)));
        return new TaskGroup(List.copyOf(places), tasks, batches);
    }

    /** A batch that is asked for again is the same run, so that what a killed command has done is not lost. */
    String token(Method method, Path work) {
        if (batches.isEmpty()) {
            return UUID.randomUUID().toString();
        }
        StringBuilder all = new StringBuilder(method + "\n" + work + "\n" + places + "\n");
        for (Task task : tasks) {
            Structure start = task.start();
            all.append(task.getClass().getSimpleName())
                    .append(task instanceof Task.MinimiseTask minimise ? minimise.minimisation() : "")
                    .append(Arrays.toString(start.cell().rows()))
                    .append(start.species())
                    .append(Arrays.toString(start.xyzAngstrom()));
        }
        return "batch-" + Sha256.of(all.toString()).substring(0, DIGITS);
    }

    String folder(String token) {
        return batches.isPresent()
                ? token
                : String.format(Locale.ROOT, "%04d-%s", places.get(0), token.substring(0, 8));
    }

    List<Outcome> run(Code code, RunToEnd runs, String token, Path dir, Duration limit) {
        return batches.map(many -> runs.run(many, tasks, token, dir, limit))
                .orElseGet(() -> List.of(runs.run(code, tasks.get(0), token, dir, limit)));
    }

    List<Outcome> cancelled(Path dir) {
        return Collections.nCopies(tasks.size(), new Outcome.Failed(Cause.CANCELLED, "never started", dir));
    }
}
