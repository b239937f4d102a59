package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.Code;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;
import picocli.CommandLine.Option;

/** Around which inherent structure a trajectory runs: a file, or its first frame minimised by a code. */
final class InherentOptions {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    @Option(
            names = "--inherent",
            paramLabel = "FILE",
            description =
                    "The minimised structure, atoms in the order of the trajectories; extended XYZ, CIF, POSCAR or LAMMPS data.")
    private @Nullable Path inherent;

    @Option(names = "--minimise", description = "Minimise the first frame of the first file instead; needs --settings.")
    private boolean minimise;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "YAML of the code that minimises, or a campaign file that holds it at code.settings.")
    private @Nullable Path settings;

    @Option(names = "--code", defaultValue = "lammps", description = "Its name; default ${DEFAULT-VALUE}.")
    private String code = "lammps";

    @Option(
            names = "--work",
            defaultValue = "work",
            paramLabel = "DIR",
            description = "Where the minimisation runs; default ${DEFAULT-VALUE}.")
    private Path work = Path.of("work");

    InherentStructure of(TrajectoryFile first) throws IOException {
        if (minimise == (inherent != null)) {
            throw new IllegalArgumentException("around what the atoms move is " + (minimise ? "said twice" : "not said")
                    + "; wanted is either --inherent FILE or --minimise");
        }
        return inherent == null ? minimised(first) : read(inherent);
    }

    private static InherentStructure read(Path file) throws IOException {
        List<XyzFrame> found = new ArrayList<>();
        StructureFile.of(file).forEach((index, frame) -> {
            if (index > 0) {
                throw new IllegalArgumentException(file + ": holds several structures; one is wanted");
            }
            found.add(frame);
        });
        XyzFrame frame = found.get(0);
        return new InherentStructure(frame.structure(), frame.number("energy").orElse(0), 0);
    }

    private InherentStructure minimised(TrajectoryFile file) throws IOException {
        if (settings == null) {
            throw new IllegalArgumentException("--minimise needs a code; wanted is --settings FILE");
        }
        Structure[] start = new Structure[1];
        file.forEach((index, frame) -> start[0] = index == 0 ? frame.structure() : start[0]);
        Code opened = CodeByName.open(code, settings);
        InherentStructure[] out = new InherentStructure[1];
        List<Task> tasks = List.of(new Task.MinimiseTask(start[0], Minimisation.TIGHT));
        new Batch(opened, 1, LIMIT, work.toAbsolutePath(), false).run(tasks, (index, outcome) -> {
            if (outcome instanceof Outcome.Failed failure) {
                throw new IllegalArgumentException(file.path() + ": the first frame cannot be minimised: "
                        + failure.cause() + ", " + failure.detail() + "; see " + failure.workDir());
            }
            out[0] = ((Result.Minimised) ((Outcome.Done) outcome).result()).inherent();
        });
        return out[0];
    }
}
