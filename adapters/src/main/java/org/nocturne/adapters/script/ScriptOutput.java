package org.nocturne.adapters.script;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.nocturne.adapters.FailureKnowledge;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.adapters.script.ScriptAdapter.Results;
import org.nocturne.adapters.script.ScriptAdapter.Rows;
import org.nocturne.adapters.script.ScriptAdapter.Steps;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/** Reads what a run of one structure left. A number counts only if the run ended well, says that it is whole, and nothing in it tells of a failure. */
final class ScriptOutput {
    private final FailureKnowledge known;
    private final Steps steps;
    private final Results results;

    ScriptOutput(FailureKnowledge known, Steps steps, Results results) {
        this.known = known;
        this.steps = steps;
        this.results = results;
    }

    Outcome read(Task task, String token, Path workDir, Finished run) {
        RunEnding ending = new RunEnding(known, steps.requires(), token, workDir, run);
        try {
            Optional<Outcome.Failed> failure = ending.failureOfOne();
            return failure.isPresent() ? failure.get() : new Outcome.Done(result(task, workDir));
        } catch (NotFiniteException e) {
            return known.failed(Cause.NOT_FINITE, String.valueOf(e.getMessage()), workDir);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            return known.failed(Cause.UNREADABLE_OUTPUT, String.valueOf(e.getMessage()), workDir);
        }
    }

    private Result result(Task task, Path workDir) {
        Structure start = task.start();
        double energy = Numbers.last(
                results.energy(), RunText.lines(workDir, results.energy().file()));
        double[] forces = rows(results.forces(), start.size(), workDir);
        if (task instanceof Task.MinimiseTask && results.positions() != null) {
            Structure found = start.withPositions(rows(results.positions(), start.size(), workDir));
            return new Result.Minimised(new InherentStructure(found, energy, LargestForce.of(forces)));
        }
        return new Result.Labelled(new Label(energy, forces, stress(workDir)));
    }

    /** Nine components in three rows become xx yy zz yz xz xy. */
    private double[] stress(Path workDir) {
        Rows block = results.stress();
        if (block == null) {
            return new double[0];
        }
        double[] nine = rows(block, 3, workDir);
        return new double[] {nine[0], nine[4], nine[8], nine[5], nine[2], nine[1]};
    }

    private static double[] rows(Rows block, int count, Path workDir) {
        return Numbers.block(block, count, RunText.lines(workDir, block.file()));
    }
}
