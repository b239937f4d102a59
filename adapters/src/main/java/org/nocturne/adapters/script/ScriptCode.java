package org.nocturne.adapters.script;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.nocturne.adapters.BatchRuns;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.FailureKnowledge;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.adapters.script.ScriptAdapter.Steps;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Task;

/** Writes the inputs of an adapter's templates; {@link ScriptOutput} reads. What is done in batches is, for one structure, a batch of one. */
final class ScriptCode implements Code {
    private final ScriptInputs inputs;
    private final Method method;
    private final FailureKnowledge known;
    private final TaskKinds kinds;

    ScriptCode(ScriptInputs inputs, Method method, FailureKnowledge known) {
        this.inputs = inputs;
        this.method = method;
        this.known = known;
        this.kinds = new TaskKinds(inputs.adapter());
    }

    @Override
    public Method method() {
        return method;
    }

    @Override
    public Command prepare(Task task, String token, Path workDir) throws IOException {
        kinds.refusal(task).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        Steps steps = kinds.steps(task).orElseThrow();
        if (steps.isOfBatch()) {
            return batches().orElseThrow().prepare(List.of(task), token, workDir);
        }
        Map<String, Object> variables = Variables.of(inputs.settings().values(), task, token);
        return inputs.write(steps, variables, token, workDir);
    }

    @Override
    public boolean expresses(Class<? extends Task> task) {
        return kinds.steps(task).isPresent();
    }

    @Override
    public Outcome read(Task task, String token, Path workDir, Finished run) {
        Steps steps =
                kinds.steps(task).orElseThrow(() -> new IllegalArgumentException("no task that was prepared: " + task));
        if (steps.isOfBatch()) {
            return batches()
                    .orElseThrow()
                    .read(List.of(task), token, workDir, run)
                    .get(0);
        }
        if (steps.motion() != null) {
            return new MotionOutput(known, steps, steps.motion()).read(task, token, workDir, run);
        }
        return new ScriptOutput(known, steps, Objects.requireNonNull(steps.results())).read(task, token, workDir, run);
    }

    @Override
    public Optional<BatchRuns> batches() {
        return Optional.ofNullable(inputs.adapter().batch()).map(batch -> new BatchCode(kinds, batch, inputs, known));
    }
}
