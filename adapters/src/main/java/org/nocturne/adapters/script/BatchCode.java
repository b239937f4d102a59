package org.nocturne.adapters.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nocturne.adapters.BatchRuns;
import org.nocturne.adapters.FailureKnowledge;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.adapters.script.ScriptAdapter.Batch;
import org.nocturne.adapters.script.ScriptAdapter.Steps;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Task;

/** Many structures in one run of an adapter: written as one file of extended XYZ, read back frame by frame. */
final class BatchCode implements BatchRuns {
    private final TaskKinds kinds;
    private final Batch batch;
    private final ScriptInputs inputs;
    private final FailureKnowledge known;

    BatchCode(TaskKinds kinds, Batch batch, ScriptInputs inputs, FailureKnowledge known) {
        this.kinds = kinds;
        this.batch = batch;
        this.inputs = inputs;
        this.known = known;
    }

    @Override
    public int most() {
        return batch.size();
    }

    @Override
    public boolean expresses(Class<? extends Task> task) {
        return kinds.steps(task).filter(Steps::isOfBatch).isPresent();
    }

    @Override
    public boolean goTogether(Task one, Task other) {
        return ofAll(one).equals(ofAll(other));
    }

    /** What the templates name, and so must be the same for all. */
    private static Map<String, Object> ofAll(Task task) {
        Map<String, Object> out = TaskKinds.variables(task);
        out.keySet().removeAll(BatchFile.OF_EACH);
        return out;
    }

    @Override
    public Optional<String> refusal(Task task) {
        return kinds.refusal(task)
                .or(() -> !expresses(task.getClass())
                        ? Optional.of("the adapter " + inputs.adapter().name() + " does its task "
                                + TaskKinds.kind(task).word() + " structure by structure")
                        : Optional.empty());
    }

    @Override
    public Command prepare(List<? extends Task> tasks, String token, Path workDir) throws IOException {
        Task first = tasks.get(0);
        for (Task task : tasks) {
            if (!goTogether(first, task)) {
                throw new IllegalArgumentException(
                        "a batch holds tasks of one kind; found " + ofAll(first) + " and " + ofAll(task));
            }
        }
        BatchFile.write(batch, tasks, workDir);
        Map<String, Object> variables = Variables.of(inputs.settings().values());
        variables.putAll(ofAll(first));
        variables.put("structures", batch.structures());
        variables.put("count", tasks.size());
        variables.put("token", token);
        return inputs.write(kinds.steps(first).orElseThrow(), variables, token, workDir);
    }

    @Override
    public List<Outcome> read(List<? extends Task> tasks, String token, Path workDir, Finished run) {
        Steps steps = kinds.steps(tasks.get(0)).orElseThrow();
        RunEnding ending = new RunEnding(known, steps.requires(), token, workDir, run);
        try {
            Optional<Outcome.Failed> failure = ending.failureOfAll();
            return failure.isPresent()
                    ? Collections.nCopies(tasks.size(), failure.get())
                    : answers(steps, ending, tasks);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            Outcome unreadable = known.failed(Cause.UNREADABLE_OUTPUT, String.valueOf(e.getMessage()), workDir);
            return Collections.nCopies(tasks.size(), unreadable);
        }
    }

    private List<Outcome> answers(Steps steps, RunEnding ending, List<? extends Task> tasks) throws IOException {
        return steps.motion() == null
                ? new BatchAnswers(batch, steps, known, ending).of(tasks)
                : new BatchMotion(steps, steps.motion(), known, ending).of(tasks);
    }
}
