package org.nocturne.adapters.script;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.nocturne.adapters.FailureKnowledge;
import org.nocturne.adapters.script.ScriptAdapter.Batch;
import org.nocturne.adapters.script.ScriptAdapter.Frames;
import org.nocturne.adapters.script.ScriptAdapter.Steps;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Task;

/**
 * Which frame answers which task: the one with its id, or, where a program does not carry the id along, the one whose atoms stand where the task's do.
 * Its place in a file says nothing.
 */
final class BatchAnswers {
    private final Batch batch;
    private final Frames frames;
    private final FailureKnowledge known;
    private final RunEnding ending;
    private final Path workDir;

    /** @param ending of a run that ended well */
    BatchAnswers(Batch batch, Steps steps, FailureKnowledge known, RunEnding ending) {
        this.batch = batch;
        this.frames = Objects.requireNonNull(steps.frames());
        this.known = known;
        this.ending = ending;
        this.workDir = ending.workDir();
    }

    List<Outcome> of(List<? extends Task> tasks) throws IOException {
        PublishedFrames published = PublishedFrames.in(workDir, frames.files());
        List<Outcome> out = new ArrayList<>();
        for (int k = 0; k < tasks.size(); k++) {
            out.add(answer(tasks.get(k), BatchFile.id(k), tasks.size() == 1, published));
        }
        return out;
    }

    private Outcome answer(Task task, String id, boolean alone, PublishedFrames published) {
        List<XyzFrame> answers = new ArrayList<>();
        for (XyzFrame frame : published.frames()) {
            Optional<String> said = frame.text(batch.id());
            boolean nameless = said.isEmpty()
                    && (alone && published.frames().size() == 1
                            || task instanceof Task.LabelTask && FrameMatch.stands(task.start(), frame.structure()));
            if (said.filter(id::equals).isPresent() || nameless) {
                answers.add(frame);
            }
        }
        if (answers.isEmpty()) {
            return missing(id, published);
        }
        if (answers.stream().distinct().count() > 1) {
            return failed(
                    Cause.UNREADABLE_OUTPUT,
                    frames.files() + " has " + answers.size() + " different answers for " + id);
        }
        try {
            return FrameMatch.mismatch(task, answers.get(0).structure())
                    .<Outcome>map(why -> failed(why.cause(), "the frame " + id + " " + why.detail()))
                    .orElseGet(() -> new Outcome.Done(new FrameNumbers(frames).of(task, answers.get(0))));
        } catch (NotFiniteException e) {
            return failed(Cause.NOT_FINITE, "the frame " + id + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return failed(Cause.UNREADABLE_OUTPUT, "the frame " + id + ": " + e.getMessage());
        }
    }

    /** What was printed may be of another structure, but a run that leaves some out and says why is believed. */
    private Outcome.Failed missing(String id, PublishedFrames published) {
        String found = published
                .problem()
                .orElse(frames.files() + " has no frame with " + batch.id() + "=" + id + ", but "
                        + published.frames().size() + " others");
        return ending.told().orElseGet(() -> failed(Cause.UNREADABLE_OUTPUT, found));
    }

    private Outcome.Failed failed(Cause cause, String detail) {
        return known.failed(cause, detail, workDir);
    }
}
