package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nocturne.core.format.Sha256;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.format.XyzValue;
import org.nocturne.core.model.ThermalStrain;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.learning.files.FrameCodec;
import org.nocturne.learning.train.ForceModelTrainer;
import org.nocturne.learning.train.FrameGroup;
import org.nocturne.learning.train.StrainFit;
import org.nocturne.learning.train.TrainingFrame;

/** Inherent structures and the labelled frames around them, as files name them. A frame belongs to the structure with its number of atoms. */
final class TrainingInputs {
    /** How far a cell may be off a uniform copy, relative to its edges; files round. */
    private static final double UNIFORM = 1e-5;

    /** A relative difference of edges below this is that of rounding. */
    private static final double GIVEN = 1e-6;

    private static final double ROUNDING = 1e-9;

    private final List<XyzFrame> inherents = new ArrayList<>();
    private final Set<String> methods = new LinkedHashSet<>();
    private final StringBuilder origin = new StringBuilder();
    private final Map<Around, Structure> cells = new LinkedHashMap<>();
    private final StrainFit strain = new StrainFit();

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

    /**
     * A cell that frames are in: an inherent structure, and by which factor its edges are longer there.
     *
     * @param inherent its index
     */
    record Around(int inherent, double factor) {}

    /** Frames of these files by the cell they are in, displacements out of the inherent structure scaled into it. */
    Map<Around, List<TrainingFrame>> read(List<Path> files) throws IOException {
        Map<Around, List<TrainingFrame>> out = new LinkedHashMap<>();
        for (Path file : files) {
            origin.append(Sha256.of(file)).append('\n');
            StructureFile.of(file).forEach((index, xyz) -> {
                Frame frame = decode(file, index, xyz);
                Around around = around(file, index, frame.structure());
                strain.add(new StrainFit.Point(frame.temperature(), around.factor() - 1, FrameCodec.cellError(xyz)));
                Structure inherent = cells.computeIfAbsent(
                        around, a -> inherents.get(a.inherent()).structure().scaled(a.factor()));
                out.computeIfAbsent(around, a -> new ArrayList<>())
                        .add(TrainingFrame.of(
                                inherent,
                                frame.structure(),
                                frame.temperature(),
                                frame.label().forcesEvPerAngstrom()));
            });
        }
        return out;
    }

    /** Groups with the surroundings of their atoms, one for each cell that has a frame. */
    List<FrameGroup> groups(
            ForceModelTrainer trainer,
            Map<Around, List<TrainingFrame>> training,
            Map<Around, List<TrainingFrame>> heldOut) {
        Set<Around> all = new LinkedHashSet<>(training.keySet());
        all.addAll(heldOut.keySet());
        return all.stream()
                .map(a -> new FrameGroup(
                        trainer.environments(inherents.get(a.inherent()).structure(), a.factor()),
                        training.getOrDefault(a, List.of()),
                        heldOut.getOrDefault(a, List.of())))
                .toList();
    }

    /** The strain with temperature of all cells read so far. */
    ThermalStrain strain(int degree) {
        return strain.solve(degree);
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

    private Around around(Path file, int index, Structure structure) {
        for (int k = 0; k < inherents.size(); k++) {
            Structure inherent = inherents.get(k).structure();
            if (inherent.size() == structure.size()) {
                double factor = structure
                        .cell()
                        .scaleOver(inherent.cell(), UNIFORM)
                        .orElseThrow(() -> new IllegalArgumentException(file + ": frame " + index + " is in "
                                + structure.cell() + "; wanted is that of its --inherent, " + inherent.cell()
                                + ", or a copy larger or smaller as a whole"));
                return new Around(k, Math.abs(factor - 1) < GIVEN ? 1 : Math.rint(factor / ROUNDING) * ROUNDING);
            }
        }
        throw new IllegalArgumentException(
                file + ": frame " + index + " has " + structure.size() + " atoms; no --inherent has as many");
    }
}
