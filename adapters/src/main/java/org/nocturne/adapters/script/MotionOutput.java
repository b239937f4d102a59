package org.nocturne.adapters.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.nocturne.adapters.FailureKnowledge;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.adapters.script.ScriptAdapter.Steps;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/**
 * Reads what a run of molecular dynamics left. It must have made as many steps as it was asked for: as many records of its series and as
 * many frames as follow from the task, or it is not a whole run, whatever its exit code.
 */
final class MotionOutput {
    private final FailureKnowledge known;
    private final Steps steps;
    private final Motion motion;

    MotionOutput(FailureKnowledge known, Steps steps, Motion motion) {
        this.known = known;
        this.steps = steps;
        this.motion = motion;
    }

    /** Files that hold answers. */
    static Set<String> files(Motion motion) {
        Set<String> out =
                new LinkedHashSet<>(List.of(motion.frames(), motion.series().file()));
        if (motion.inherent() != null) {
            out.add(motion.inherent());
        }
        if (motion.before() != null) {
            out.add(motion.before().file());
        }
        return out;
    }

    Outcome read(Task task, String token, Path workDir, Finished run) {
        RunEnding ending = new RunEnding(known, steps.requires(), token, workDir, run);
        try {
            Optional<Outcome.Failed> failure = ending.failureOfOne();
            return failure.isPresent() ? failure.get() : answer(task, workDir);
        } catch (UncheckedIOException e) {
            return known.failed(Cause.UNREADABLE_OUTPUT, String.valueOf(e.getMessage()), workDir);
        }
    }

    /** The answer of a run that ended well. */
    Outcome answer(Task task, Path workDir) {
        try {
            return new Outcome.Done(result(task, workDir));
        } catch (NotFiniteException e) {
            return known.failed(Cause.NOT_FINITE, String.valueOf(e.getMessage()), workDir);
        } catch (OtherAtomsException e) {
            return known.failed(e.why(), String.valueOf(e.getMessage()), workDir);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            return known.failed(Cause.UNREADABLE_OUTPUT, String.valueOf(e.getMessage()), workDir);
        }
    }

    private Result result(Task task, Path workDir) throws IOException {
        return task instanceof Task.ReplicaTask replica
                ? sampled(replica, workDir)
                : relaxed((Task.RelaxTask) task, workDir);
    }

    private Result sampled(Task.ReplicaTask replica, Path workDir) throws IOException {
        List<Frame> frames = frames(motion.frames(), replica.frames(), replica, replica.temperature(), workDir);
        double[][] series = series(MotionSteps.records(replica), workDir);
        return new Result.Sampled(frames, series[0], series[1]);
    }

    private Result relaxed(Task.RelaxTask relax, Path workDir) throws IOException {
        ScriptAdapter.Number before = Objects.requireNonNull(motion.before());
        double energy = Numbers.last(before, RunText.lines(workDir, before.file()));
        Frame thermal =
                frames(motion.frames(), 1, relax, relax.temperature(), workDir).get(0);
        Frame bottom = frames(Objects.requireNonNull(motion.inherent()), 1, relax, relax.temperature(), workDir)
                .get(0);
        double[] temperatures = series(MotionSteps.records(relax), workDir)[1];
        double reached = Arrays.stream(temperatures, temperatures.length / 2, temperatures.length)
                .average()
                .orElseThrow();
        InherentStructure inherent = new InherentStructure(
                bottom.structure(),
                bottom.label().energyEv(),
                LargestForce.of(bottom.label().forcesEvPerAngstrom()));
        return new Result.Relaxed(energy, thermal, inherent, reached);
    }

    private List<Frame> frames(String file, int count, Task task, Kelvin temperature, Path workDir) throws IOException {
        PublishedFrames read = PublishedFrames.in(workDir, file);
        if (read.problem().isPresent() || read.frames().size() != count) {
            throw new IllegalArgumentException(
                    read.problem().map(problem -> problem + "; ").orElse("") + file + " has "
                            + read.frames().size() + " frames; " + count + " were asked for");
        }
        List<Frame> out = new ArrayList<>();
        for (XyzFrame frame : read.frames()) {
            String name = "frame " + (out.size() + 1) + " of " + file + " ";
            FrameMatch.otherKind(task.start(), frame.structure()).ifPresent(other -> {
                throw new OtherAtomsException(other.cause(), name + other.detail());
            });
            out.add(new FrameNumbers(motion.asFrames(file)).thermal(task.start(), temperature, frame));
        }
        return out;
    }

    /** Without the record of the start, where there is one. */
    private double[][] series(int count, Path workDir) {
        String file = motion.series().file();
        double[][] all = Numbers.all(motion.series(), RunText.lines(workDir, file));
        int found = all[0].length;
        if (found != count && found != count + 1) {
            throw new IllegalArgumentException(
                    file + " has " + found + " records of energy and temperature; " + count + " were asked for");
        }
        return new double[][] {
            Arrays.copyOfRange(all[0], found - count, found), Arrays.copyOfRange(all[1], found - count, found)
        };
    }

    /** Frames of another structure. */
    private static final class OtherAtomsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Cause cause;

        OtherAtomsException(Cause cause, String message) {
            super(message);
            this.cause = cause;
        }

        Cause why() {
            return cause;
        }
    }
}
