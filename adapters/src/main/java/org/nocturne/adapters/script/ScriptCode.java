package org.nocturne.adapters.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.FailureKnowledge;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.adapters.script.ScriptAdapter.CellKind;
import org.nocturne.adapters.script.ScriptAdapter.Steps;
import org.nocturne.adapters.script.ScriptAdapter.TaskKind;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Task;

/** Writes the inputs of an adapter's templates; {@link ScriptOutput} reads. */
final class ScriptCode implements Code {
    /** Which attempt the directory belongs to: most programs would not repeat a token in their output. */
    static final String TOKEN = "token.txt";

    private static final Map<Class<? extends Task>, TaskKind> KINDS =
            Map.of(Task.LabelTask.class, TaskKind.LABEL, Task.MinimiseTask.class, TaskKind.MINIMISE);

    private final ScriptAdapter adapter;
    private final ScriptSettings settings;
    private final NamedFiles files;
    private final Method method;
    private final FailureKnowledge known;

    ScriptCode(
            ScriptAdapter adapter, ScriptSettings settings, NamedFiles files, Method method, FailureKnowledge known) {
        this.adapter = adapter;
        this.settings = settings;
        this.files = files;
        this.method = method;
        this.known = known;
    }

    @Override
    public Method method() {
        return method;
    }

    @Override
    public Command prepare(Task task, String token, Path workDir) throws IOException {
        Steps steps = steps(task.getClass())
                .orElseThrow(() -> new IllegalArgumentException("the adapter " + adapter.name()
                        + " has no task like " + task.getClass().getSimpleName() + "; it has "
                        + adapter.tasks().keySet().stream()
                                .map(TaskKind::word)
                                .sorted()
                                .collect(Collectors.joining(", "))));
        requireCell(task.start());
        TaskKind kind = Objects.requireNonNull(KINDS.get(task.getClass()));
        Map<String, Object> variables = Variables.of(settings.values(), kind, task, token);
        Map<String, String> inputs = new TreeMap<>(adapter.inputs());
        inputs.putAll(steps.inputs());
        inputs.replaceAll((name, template) -> Templates.fill("inputs." + name, template, variables));
        List<String> arguments = new ArrayList<>(settings.command());
        steps.arguments().forEach(text -> arguments.add(Templates.fill("arguments", text, variables)));
        Map<String, String> environment = new TreeMap<>(adapter.environment());
        environment.putAll(steps.environment());
        environment.replaceAll((name, text) -> Templates.fill("environment." + name, text, variables));
        for (String old : ScriptOutput.files(steps)) {
            Files.deleteIfExists(inside(workDir, old)); // what an earlier attempt left is never taken for an answer
        }
        for (Map.Entry<String, String> input : inputs.entrySet()) {
            Files.writeString(inside(workDir, input.getKey()), input.getValue());
        }
        files.linkInto(workDir);
        Files.writeString(workDir.resolve(TOKEN), token + "\n");
        return new Command(arguments, environment);
    }

    @Override
    public boolean expresses(Class<? extends Task> task) {
        return steps(task).isPresent();
    }

    private Optional<Steps> steps(Class<? extends Task> task) {
        return Optional.ofNullable(KINDS.get(task)).map(adapter.tasks()::get);
    }

    private void requireCell(Structure structure) {
        boolean periodic = structure.cell().isFullyPeriodic();
        boolean none = !structure.cell().isPeriodic(0)
                && !structure.cell().isPeriodic(1)
                && !structure.cell().isPeriodic(2);
        if (adapter.cell() == CellKind.PERIODIC && !periodic) {
            throw new IllegalArgumentException(
                    "the adapter " + adapter.name() + " takes structures that are periodic along all three vectors");
        }
        if (adapter.cell() == CellKind.NONE && !none) {
            throw new IllegalArgumentException(
                    "the adapter " + adapter.name() + " takes molecules, not structures that are periodic");
        }
    }

    /** A file of the adapter, by its name alone. */
    static Path inside(Path workDir, String name) {
        Path path = workDir.resolve(name).normalize();
        if (!workDir.normalize().equals(path.getParent())) {
            throw new IllegalArgumentException(
                    "the file '" + name + "' of the adapter does not lie in the work directory");
        }
        return path;
    }

    @Override
    public Outcome read(Task task, String token, Path workDir, Finished run) {
        return steps(task.getClass())
                .map(steps -> new ScriptOutput(known, steps).read(task, token, workDir, run))
                .orElseThrow(() -> new IllegalArgumentException("no task that was prepared: " + task));
    }
}
