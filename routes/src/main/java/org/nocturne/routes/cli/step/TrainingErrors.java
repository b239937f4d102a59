package org.nocturne.routes.cli.step;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.nocturne.core.port.ForceModel;
import org.nocturne.generator.neural.ExecutionDevice;
import org.nocturne.generator.neural.ModelFolder;
import org.nocturne.learning.train.ForceError;
import org.nocturne.learning.train.FrameGroup;
import org.nocturne.learning.train.TrainingFrame;

/** Force errors of a finished model, as ONNX Runtime computes its forces, by temperature and number of atoms. */
final class TrainingErrors {
    private final ModelFolder model;
    private final PrintWriter out;

    TrainingErrors(Path folder, PrintWriter out) {
        this.model = ModelFolder.read(folder);
        this.out = out;
    }

    /** Of the held-out frames of these groups. */
    void print(String what, List<FrameGroup> groups) {
        ExecutionDevice device = ExecutionDevice.cpu(1);
        try (ForceModel linear = model.open(device);
                ForceModel network = model.openNetwork(device).orElseThrow()) {
            for (FrameGroup group : groups) {
                TreeMap<Double, ForceError[]> errors = new TreeMap<>();
                for (TrainingFrame frame : group.heldOut()) {
                    ForceError[] both = errors.computeIfAbsent(
                            frame.temperature().value(), k -> new ForceError[] {new ForceError(), new ForceError()});
                    both[0].add(forces(linear, group, frame), frame.forcesEvPerAngstrom());
                    both[1].add(forces(network, group, frame), frame.forcesEvPerAngstrom());
                }
                errors.forEach((kelvin, both) -> out.printf(
                        Locale.ROOT,
                        "%s: %g K, %d atoms: force error %.2f %% of the network, %.2f %% of the force constants%n",
                        what,
                        kelvin,
                        group.environments().atoms(),
                        100 * both[1].relative(),
                        100 * both[0].relative()));
            }
        }
        out.flush();
    }

    private static double[] forces(ForceModel model, FrameGroup group, TrainingFrame frame) {
        return model.forces(group.environments(), frame.displacementsAngstrom(), frame.temperature());
    }
}
