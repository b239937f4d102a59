package org.nocturne.adapters.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nocturne.adapters.RunSteps;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/** Takes the result of a task out of a page that was found to be this attempt's and whole. */
final class ResultReader {
    private final JsonNode page;
    private final Path workDir;
    private final Structure start;

    ResultReader(JsonNode page, Path workDir, Structure start) {
        this.page = page;
        this.workDir = workDir;
        this.start = start;
    }

    Result of(Task task) throws IOException, BadResult {
        if (task instanceof Task.MinimiseTask) {
            return new Result.Minimised(inherent());
        }
        if (task instanceof Task.RelaxTask relax) {
            return new Result.Relaxed(
                    number("proposal-energy-eV"),
                    frames(FrameFile.THERMAL, relax.temperature(), 1).get(0),
                    inherent(),
                    number("temperature-reached-K"));
        }
        if (task instanceof Task.QuenchTask quench) {
            return new Result.Quenched(
                    structure(FrameFile.MELTED),
                    frames(FrameFile.THERMAL, quench.end(), 1).get(0),
                    inherent());
        }
        if (task instanceof Task.ReplicaTask replica) {
            int energies = replica.frames() * (replica.spacingSteps() / RunSteps.betweenEnergies(replica));
            return new Result.Sampled(
                    frames(FrameFile.SAMPLED, replica.temperature(), replica.frames()),
                    series("energies-eV", energies),
                    series("temperatures-K", energies));
        }
        return new Result.Labelled(
                frames(FrameFile.LABELLED, Kelvin.of(0), 1).get(0).label());
    }

    private InherentStructure inherent() throws IOException, BadResult {
        return new InherentStructure(
                structure(FrameFile.INHERENT), number("inherent-energy-eV"), number("largest-force-eV-per-angstrom"));
    }

    private Structure structure(String name) throws IOException, BadResult {
        Path file = workDir.resolve(name);
        return FrameFile.moved(start, read(name, 1).get(0), file);
    }

    private List<Frame> frames(String name, Kelvin temperature, int wanted) throws IOException, BadResult {
        Path file = workDir.resolve(name);
        List<Frame> out = new ArrayList<>();
        for (XyzFrame frame : read(name, wanted)) {
            out.add(new Frame(FrameFile.moved(start, frame, file), temperature, FrameFile.label(frame, file)));
        }
        return out;
    }

    private List<XyzFrame> read(String name, int wanted) throws IOException, BadResult {
        Path file = workDir.resolve(name);
        if (!page.path("files").has(name)) {
            throw new BadResult(Cause.UNREADABLE_OUTPUT, workDir.resolve(ResultFile.NAME) + " names no " + name);
        }
        List<XyzFrame> found = ExtendedXyz.read(file);
        if (found.size() != wanted) {
            throw new BadResult(
                    Cause.UNREADABLE_OUTPUT,
                    file + " holds " + found.size() + " frames; " + wanted + " were asked for");
        }
        return found;
    }

    private double number(String key) {
        return finite(page.required(key), key);
    }

    private double[] series(String key, int wanted) throws BadResult {
        JsonNode values = page.required(key);
        if (values.size() != wanted) {
            throw new BadResult(
                    Cause.UNREADABLE_OUTPUT, key + " has " + values.size() + " values; " + wanted + " were asked for");
        }
        double[] out = new double[wanted];
        for (int k = 0; k < wanted; k++) {
            out[k] = finite(values.get(k), key);
        }
        return out;
    }

    private static double finite(JsonNode value, String key) {
        if (value.isNumber() && Double.isFinite(value.asDouble())) {
            return value.asDouble();
        }
        throw new IllegalArgumentException(key + " is " + value + ", no finite number");
    }
}
