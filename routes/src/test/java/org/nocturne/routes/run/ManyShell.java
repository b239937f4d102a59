package org.nocturne.routes.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nocturne.adapters.BatchRuns;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/**
 * Labels many structures by one line of bash. How many they are stands in the file {@code count}; the energy of each is minus its place, from 1, and a
 * structure whose place stands in the file {@code left-out} has none. Without a script no more than one can be
 * expressed.
 */
record ManyShell(Method method, String script, int most) implements Code, BatchRuns {

    @Override
    public Optional<BatchRuns> batches() {
        return Optional.of(this);
    }

    @Override
    public boolean expresses(Class<? extends Task> task) {
        return task == Task.LabelTask.class;
    }

    @Override
    public Optional<String> refusal(Task task) {
        return expresses(task.getClass()) ? Optional.empty() : Optional.of("only labels");
    }

    @Override
    public boolean goTogether(Task one, Task other) {
        return one.start().size() == other.start().size();
    }

    @Override
    public Command prepare(List<? extends Task> tasks, String token, Path workDir) throws IOException {
        if (script.isEmpty() && tasks.size() > 1) {
            throw new IllegalArgumentException("one of " + tasks.size() + " cannot be expressed");
        }
        Files.writeString(workDir.resolve("count"), String.valueOf(tasks.size()));
        return new Command(List.of("bash", "-c", script));
    }

    @Override
    public List<Outcome> read(List<? extends Task> tasks, String token, Path workDir, Finished run) {
        return IntStream.rangeClosed(1, tasks.size())
                .mapToObj(place -> answer(tasks.get(place - 1), place, workDir, run))
                .toList();
    }

    private static Outcome answer(Task task, int place, Path workDir, Finished run) {
        if (!run.succeeded()) {
            return new Outcome.Failed(run.cause().orElse(Cause.BAD_EXIT), run.inWords(), workDir);
        }
        try {
            Path leftOut = workDir.resolve("left-out");
            boolean answered =
                    !Files.exists(leftOut) || !Files.readString(leftOut).strip().equals(String.valueOf(place));
            return answered
                    ? new Outcome.Done(new Result.Labelled(
                            new Label(-place, new double[3 * task.start().size()], new double[0])))
                    : new Outcome.Failed(Cause.NOT_CONVERGED, "left out", workDir);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Command prepare(Task task, String token, Path workDir) throws IOException {
        return prepare(List.of(task), token, workDir);
    }

    @Override
    public Outcome read(Task task, String token, Path workDir, Finished run) {
        return read(List.of(task), token, workDir, run).get(0);
    }
}
