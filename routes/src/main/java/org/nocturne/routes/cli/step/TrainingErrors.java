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
        try (ForceModel constants = model.open(device)) {
            print(what, groups, constants, "force constants");
        }
        model.openNetwork(device).ifPresent(network -> {
            try (network) {
                print(what, groups, network, "network");
            }
        });
        out.flush();
    }

    private void print(String what, List<FrameGroup> groups, ForceModel force, String whose) {
        for (FrameGroup group : groups) {
            TreeMap<Double, ForceError> errors = new TreeMap<>();
            for (TrainingFrame frame : group.heldOut()) {
                errors.computeIfAbsent(frame.temperature().value(), kelvin -> new ForceError())
                        .add(forces(force, group, frame), frame.forcesEvPerAngstrom());
            }
            errors.forEach((kelvin, error) -> out.printf(
                    Locale.ROOT,
                    "%s: %g K, %d atoms: force error %.2f %% of the %s%n",
                    what,
                    kelvin,
                    group.environments().atoms(),
                    100 * error.relative(),
                    whose));
        }
    }

    private static double[] forces(ForceModel model, FrameGroup group, TrainingFrame frame) {
        return model.forces(group.environments(), frame.displacementsAngstrom(), frame.temperature());
    }
}
