package org.nocturne.adapters.script;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nocturne.adapters.script.ScriptAdapter.CellKind;
import org.nocturne.adapters.script.ScriptAdapter.Steps;
import org.nocturne.adapters.script.ScriptAdapter.TaskKind;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Task;

/** Which tasks an adapter has, and which structures it takes. */
record TaskKinds(ScriptAdapter adapter) {
    private static final Map<Class<? extends Task>, TaskKind> KINDS = Map.of(
            Task.LabelTask.class,
            TaskKind.LABEL,
            Task.MinimiseTask.class,
            TaskKind.MINIMISE,
            Task.RelaxTask.class,
            TaskKind.RELAX,
            Task.ReplicaTask.class,
            TaskKind.REPLICA);

    Optional<Steps> steps(Class<? extends Task> task) {
        return Optional.ofNullable(KINDS.get(task)).map(adapter.tasks()::get);
    }

    Optional<Steps> steps(Task task) {
        return steps(task.getClass());
    }

    static TaskKind kind(Task task) {
        return Objects.requireNonNull(KINDS.get(task.getClass()));
    }

    /** What templates may name of a task besides its structure. */
    static Map<String, Object> variables(Task task) {
        Map<String, Object> out = new LinkedHashMap<>();
        if (task instanceof Task.MinimiseTask minimise) {
            out.put("force_tolerance", minimise.minimisation().forceToleranceEvPerAngstrom());
            out.put("max_iterations", minimise.minimisation().maxIterations());
        } else if (task instanceof Task.RelaxTask relax) {
            out.putAll(MotionSteps.variables(relax));
        } else if (task instanceof Task.ReplicaTask replica) {
            out.putAll(MotionSteps.variables(replica));
        }
        out.put("task", kind(task).word());
        return out;
    }

    /** Why the adapter cannot do it; empty where it can. */
    Optional<String> refusal(Task task) {
        if (steps(task).isEmpty()) {
            return Optional.of("the adapter " + adapter.name() + " has no task like "
                    + task.getClass().getSimpleName() + "; it has "
                    + adapter.tasks().keySet().stream()
                            .map(TaskKind::word)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        if (task instanceof Task.ReplicaTask replica && !replica.heatTo().equals(replica.temperature())) {
            Motion motion = steps(task).orElseThrow().motion();
            if (motion == null || !motion.heats()) {
                return Optional.of("the adapter " + adapter.name() + " does not heat a replica to "
                        + replica.heatTo() + " before it is at " + replica.temperature()
                        + "; one that does says tasks.replica.motion.heats: true");
            }
        }
        return refusal(task.start());
    }

    private Optional<String> refusal(Structure structure) {
        boolean periodic = structure.cell().isFullyPeriodic();
        boolean none = !structure.cell().isPeriodic(0)
                && !structure.cell().isPeriodic(1)
                && !structure.cell().isPeriodic(2);
        if (adapter.cell() == CellKind.PERIODIC && !periodic) {
            return Optional.of(
                    "the adapter " + adapter.name() + " takes structures that are periodic along all three vectors");
        }
        if (adapter.cell() == CellKind.NONE && !none) {
            return Optional.of("the adapter " + adapter.name() + " takes molecules, not structures that are periodic");
        }
        return Optional.empty();
    }
}
