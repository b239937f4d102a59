package org.nocturne.routes.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.nocturne.core.work.Step;
import org.nocturne.core.work.Task;

/** How much the jobs of this runner that have come to their end have written, by what was asked of them. */
final class UsualOutput {
    private static final int ENOUGH = 3;

    private final Map<String, List<Long>> bytes = new ConcurrentHashMap<>();

    void ended(Step step, Task task, long written) {
        List<Long> ofKind = bytes.computeIfAbsent(kind(step, task), k -> new ArrayList<>());
        synchronized (ofKind) {
            ofKind.add(written);
        }
    }

    /** The median of its kind; empty where fewer than three have ended. */
    OptionalLong of(Step step, Task task) {
        List<Long> ofKind = bytes.getOrDefault(kind(step, task), List.of());
        synchronized (ofKind) {
            return ofKind.size() < ENOUGH
                    ? OptionalLong.empty()
                    : OptionalLong.of(ofKind.stream().sorted().toList().get(ofKind.size() / 2));
        }
    }

    /** Runs that were asked for the same number of steps and frames write about the same. */
    private static String kind(Step step, Task task) {
        String asked = "";
        if (task instanceof Task.ReplicaTask replica) {
            asked = replica.equilibrationSteps() + " " + replica.frames() + " " + replica.spacingSteps();
        } else if (task instanceof Task.RelaxTask relax) {
            asked = String.valueOf(relax.nvtSteps());
        }
        return step.word() + " " + task.start().size() + " " + asked;
    }
}
