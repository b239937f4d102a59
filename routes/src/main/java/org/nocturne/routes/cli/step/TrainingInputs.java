package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.nocturne.core.format.Sha256;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.format.XyzValue;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.learning.files.FrameCodec;
import org.nocturne.learning.train.ForceModelTrainer;
import org.nocturne.learning.train.FrameGroup;
import org.nocturne.learning.train.TrainingFrame;

/** Inherent structures and the labelled frames around them, as files name them. A frame belongs to the structure with its number of atoms. */
final class TrainingInputs {
    private final List<XyzFrame> inherents = new ArrayList<>();
    private final Set<String> methods = new LinkedHashSet<>();
    private final StringBuilder origin = new StringBuilder();

    TrainingInputs(List<Path> files) throws IOException {
        for (Path file : files) {
            StructureFile.of(file).forEach((index, frame) -> {
                if (inherents.stream()
                        .anyMatch(i -> i.structure().size() == frame.structure().size())) {
                    throw new IllegalArgumentException(file + ": a second inherent structure of "
                            + frame.structure().size() + " atoms; frames could not be told apart");
                }
                inherents.add(frame);
            });
        }
    }

    /** The first one: that of the model. */
    InherentStructure inherent() {
        double energy = inherents
                .get(0)
                .number("energy")
                .orElseThrow(() -> new IllegalArgumentException(
                        "the first --inherent states no energy; one written by nocturne relax --inherent-out does"));
        return new InherentStructure(inherents.get(0).structure(), energy, 0);
    }

    /** Frames of these files, one list for each inherent structure. */
    List<List<TrainingFrame>> read(List<Path> files) throws IOException {
        List<List<TrainingFrame>> out = new ArrayList<>();
        inherents.forEach(i -> out.add(new ArrayList<>()));
        for (Path file : files) {
            origin.append(Sha256.of(file)).append('\n');
            StructureFile.of(file).forEach((index, xyz) -> {
                Frame frame = decode(file, index, xyz);
                int group = groupOf(file, index, frame.structure());
                out.get(group)
                        .add(TrainingFrame.of(
                                inherents.get(group).structure(),
                                frame.structure(),
                                frame.temperature(),
                                frame.label().forcesEvPerAngstrom()));
            });
        }
        return out;
    }

    /** Groups with the surroundings of their atoms; those without a frame are left out. */
    List<FrameGroup> groups(
            ForceModelTrainer trainer, List<List<TrainingFrame>> training, List<List<TrainingFrame>> heldOut) {
        List<FrameGroup> out = new ArrayList<>();
        for (int k = 0; k < inherents.size(); k++) {
            if (!training.get(k).isEmpty() || !heldOut.get(k).isEmpty()) {
                out.add(new FrameGroup(
                        trainer.environments(inherents.get(k).structure()), training.get(k), heldOut.get(k)));
            }
        }
        return out;
    }

    /** No frame for any inherent structure. */
    List<List<TrainingFrame>> none() {
        return inherents.stream().map(i -> List.<TrainingFrame>of()).toList();
    }

    /** Of all frames; "unstated" where none says. */
    String method() {
        if (methods.size() > 1) {
            throw new IllegalArgumentException(
                    "frames of several methods were found, " + methods + "; forces of different methods are not mixed");
        }
        return methods.isEmpty() ? "unstated" : methods.iterator().next();
    }

    /** What stands for the files read so far. */
    String dataSha256() {
        return Sha256.of(origin.toString());
    }

    private Frame decode(Path file, int index, XyzFrame xyz) {
        if (xyz.info().get("method") instanceof XyzValue.Text text) {
            methods.add(text.value());
        }
        try {
            return FrameCodec.decodeForces(xyz);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    file + ": frame " + index + ": " + e.getMessage()
                            + "; wanted are temperature and forces, as nocturne relax, label and import write them",
                    e);
        }
    }

    private int groupOf(Path file, int index, Structure structure) {
        for (int k = 0; k < inherents.size(); k++) {
            if (inherents.get(k).structure().size() == structure.size()) {
                return k;
            }
        }
        throw new IllegalArgumentException(
                file + ": frame " + index + " has " + structure.size() + " atoms; no --inherent has as many");
    }
}
