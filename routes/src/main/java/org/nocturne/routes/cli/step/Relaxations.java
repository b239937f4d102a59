package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.nocturne.adapters.Code;
import org.nocturne.core.crystal.Displacements;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;
import org.nocturne.generator.refinement.Displaced;

/**
 * Where structures go when nothing but the energy holds them, and how their atoms move there: each is minimised, then short MD runs
 * from the minimum give frames. Displacements are counted from the minimum, not from the structure: MD falls back to the minimum, and
 * that way is no thermal motion.
 */
final class Relaxations {
    private final Code code;
    private final CodeOptions options;
    private final MotionOptions motion;
    private int drawn;

    /**
     * @param inherent one for each structure
     * @param displaced thermal displacements around them; zero where no temperature was asked for
     * @param meanSquareAngstrom2 of the displacements, over atoms, frames and structures
     */
    record Relaxed(List<InherentStructure> inherent, Displaced displaced, OptionalDouble meanSquareAngstrom2) {

        List<Structure> structures() {
            return inherent.stream().map(InherentStructure::structure).toList();
        }
    }

    Relaxations(Code code, CodeOptions options, MotionOptions motion) {
        this.code = code;
        this.options = options;
        this.motion = motion;
    }

    /** Other random numbers at every call. */
    Relaxed of(List<Structure> structures) throws IOException {
        List<InherentStructure> inherent = options
                .batch(code)
                .results(
                        structures.stream()
                                .map(s -> new Task.MinimiseTask(s, Minimisation.TIGHT))
                                .toList(),
                        Result.Minimised.class)
                .stream()
                .map(Result.Minimised::inherent)
                .toList();
        if (motion.temperatureK == null) {
            return new Relaxed(
                    inherent,
                    Displaced.none(structures.stream().map(Structure::size).toList()),
                    OptionalDouble.empty());
        }
        List<Task> tasks = new ArrayList<>();
        Kelvin at = Kelvin.of(motion.temperatureK);
        for (InherentStructure one : inherent) {
            tasks.add(new Task.ReplicaTask(
                    one.structure(),
                    at,
                    at,
                    motion.equilibration,
                    motion.frames,
                    motion.spacing,
                    0,
                    new Seeds(motion.seed).at(drawn++)));
        }
        return thermal(inherent, options.batch(code).results(tasks, Result.Sampled.class));
    }

    private static Relaxed thermal(List<InherentStructure> inherent, List<Result.Sampled> runs) {
        List<List<double[]>> fields = new ArrayList<>();
        double square = 0;
        int frames = 0;
        for (int a = 0; a < runs.size(); a++) {
            List<double[]> ofOne = new ArrayList<>();
            for (Frame frame : runs.get(a).frames()) {
                double[] u = Displacements.of(inherent.get(a).structure(), frame.structure());
                ofOne.add(u);
                square += Displacements.meanSquare(u);
                frames++;
            }
            fields.add(ofOne);
        }
        return new Relaxed(inherent, new Displaced(fields), OptionalDouble.of(square / frames));
    }
}
