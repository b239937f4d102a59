package org.nocturne.routes.cli.bench.io;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.routes.cli.bench.inputs.BenchFolder;
import org.nocturne.routes.cli.bench.measure.Repeats;
import org.nocturne.routes.cli.step.Output;
import org.nocturne.routes.cli.step.StepProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nocturne bench io}: how fast trajectories are read and written. */
@Command(
        name = "io",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Writes and reads a trajectory of rattled silicon with forces, frame by frame, as extended XYZ and as a LAMMPS dump, and says how much memory lives after a third of "
                        + "the file and at its end. Where ASE (Python) is installed, it reads the same frames in the same run.",
        footer = {"", "Example: nocturne bench io --quick"})
public final class BenchIoCommand implements Callable<Integer> {
    private static final int CELLS = 20;
    private static final double QUICK_MB = 60;

    @Option(names = "--quick", description = "60 MB, timed three times; under a minute.")
    private boolean quick;

    @Option(
            names = "--megabytes",
            defaultValue = "300",
            paramLabel = "N",
            description = "Of a file; default ${DEFAULT-VALUE}. Try 5000 once.")
    private double megabytes = 300;

    @Mixin
    private Repeats repeats = new Repeats();

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "A new folder for the files, which are kept; else a temporary one.")
    private @Nullable Path work;

    @Option(names = "--json", description = "rows[] as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!(megabytes >= 1)) {
            throw new IllegalArgumentException("--megabytes is " + megabytes + "; it must be at least 1");
        }
        int times = quick ? Math.min(3, repeats.times()) : repeats.times();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        List<IoRow> rows = new ArrayList<>();
        Path dir = BenchFolder.make(work, "io");
        try (StepProgress progress =
                new StepProgress("formats", TrajectoryFormat.values().length, Output.errors(spec))) {
            TrajectoryTrial trial =
                    new TrajectoryTrial(CELLS, times, dir, Ase.find(dir).orElse(null));
            for (TrajectoryFormat format : TrajectoryFormat.values()) {
                rows.addAll(trial.run(format, quick ? QUICK_MB : megabytes));
                progress.step();
            }
        } finally {
            BenchFolder.settle(dir, work != null, spec);
        }
        IoReport report = new IoReport(load, times, List.copyOf(rows));
        if (json) {
            Output.json(spec, report);
        } else {
            report.print(Output.of(spec));
        }
        return 0;
    }
}
