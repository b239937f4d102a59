package org.nocturne.adapters.script;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nocturne.adapters.FailureKnowledge;
import org.nocturne.adapters.script.ScriptAdapter.Steps;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Task;

/** Molecular dynamics of many structures in one run: each has files of its own, named by its id. */
final class BatchMotion {
    private final Steps steps;
    private final Motion motion;
    private final FailureKnowledge known;
    private final RunEnding ending;

    /** @param ending of a run that ended well */
    BatchMotion(Steps steps, Motion motion, FailureKnowledge known, RunEnding ending) {
        this.steps = steps;
        this.motion = motion;
        this.known = known;
        this.ending = ending;
    }

    List<Outcome> of(List<? extends Task> tasks) {
        List<Outcome> out = new ArrayList<>();
        for (int k = 0; k < tasks.size(); k++) {
            Motion own = motion.of(BatchFile.id(k));
            Task task = tasks.get(k);
            out.add(leftOut(own).<Outcome>map(failed -> failed).orElseGet(() -> new MotionOutput(known, steps, own)
                    .answer(task, ending.workDir())));
        }
        return out;
    }

    /** A run that leaves a structure out and says why is believed; what it printed of others takes nothing from this one. */
    private Optional<Outcome.Failed> leftOut(Motion own) {
        return MotionOutput.files(own).stream()
                .filter(file -> !Files.isRegularFile(RunFiles.within(ending.workDir(), file)))
                .findFirst()
                .map(file -> ending.told()
                        .orElseGet(
                                () -> known.failed(Cause.UNREADABLE_OUTPUT, file + " is not there", ending.workDir())));
    }
}
