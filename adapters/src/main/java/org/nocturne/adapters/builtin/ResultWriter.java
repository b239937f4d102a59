package org.nocturne.adapters.builtin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/** Writes the files of a result, then the page that names them. */
final class ResultWriter {
    private final Path workDir;
    private final ObjectNode page;

    ResultWriter(String token, Path workDir) {
        this.workDir = workDir;
        this.page = ResultFile.page(token);
    }

    void write(Task task, Result result) throws IOException {
        if (result instanceof Result.Labelled labelled) {
            frames(FrameFile.LABELLED, List.of(FrameFile.frame(task.start(), labelled.label())));
        } else if (result instanceof Result.Minimised minimised) {
            inherent(minimised.inherent());
        } else if (result instanceof Result.Relaxed relaxed) {
            page.put("proposal-energy-eV", relaxed.proposalEnergyEv());
            page.put("temperature-reached-K", relaxed.temperatureReachedK());
            frames(FrameFile.THERMAL, List.of(frame(relaxed.thermal())));
            inherent(relaxed.inherent());
        } else if (result instanceof Result.Quenched quenched) {
            frames(FrameFile.MELTED, List.of(new XyzFrame(quenched.melted())));
            frames(FrameFile.THERMAL, List.of(frame(quenched.thermal())));
            inherent(quenched.inherent());
        } else if (result instanceof Result.Sampled sampled) {
            frames(
                    FrameFile.SAMPLED,
                    sampled.frames().stream().map(ResultWriter::frame).toList());
            series("energies-eV", sampled.energiesEv());
            series("temperatures-K", sampled.temperaturesK());
        } else {
            throw new IllegalArgumentException(
                    "the engine gives no " + result.getClass().getSimpleName());
        }
        ResultFile.write(page, workDir);
    }

    private void inherent(InherentStructure inherent) throws IOException {
        page.put("inherent-energy-eV", inherent.energyEv());
        page.put("largest-force-eV-per-angstrom", inherent.maxForceEvPerAngstrom());
        frames(FrameFile.INHERENT, List.of(new XyzFrame(inherent.structure())));
    }

    private void series(String name, double[] values) {
        ArrayNode out = page.putArray(name);
        for (double value : values) {
            out.add(value);
        }
    }

    private void frames(String name, List<XyzFrame> frames) throws IOException {
        Path file = workDir.resolve(name);
        ExtendedXyz.write(frames, file);
        ResultFile.putSha256(page, file);
    }

    private static XyzFrame frame(Frame frame) {
        return FrameFile.frame(frame.structure(), frame.label());
    }
}
