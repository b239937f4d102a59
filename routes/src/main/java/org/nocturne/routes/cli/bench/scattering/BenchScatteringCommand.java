package org.nocturne.routes.cli.bench.scattering;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.routes.cli.bench.inputs.BenchFolder;
import org.nocturne.routes.cli.bench.measure.Repeats;
import org.nocturne.routes.cli.step.Output;
import org.nocturne.routes.cli.step.StepProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nocturne bench scattering}: what patterns cost and how exact they are. */
@Command(
        name = "scattering",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Times the patterns of clusters, of a cluster of which one atom moves, of periodic cells, of crystals by their reciprocal vectors and of small molecules as they grow, the gradient beside its value, and compares with plain sums over all pairs. "
                        + "Where the program debyer is installed, it computes the same clusters in the same run, turn by turn.",
        footer = {"", "Example: nocturne bench scattering --quick"})
public final class BenchScatteringCommand implements Callable<Integer> {
    private static final int[] CLUSTERS = {8, 11, 16};
    private static final int[] PERIODIC = {8, 16, 32, 50};
    private static final int[] K_POINTS = {4, 11, 23};

    @Option(names = "--quick", description = "Clusters and k-points to 10,648 atoms, cells to 32,768; in a minute.")
    private boolean quick;

    @Option(
            names = "--threads",
            split = ",",
            paramLabel = "N",
            description =
                    "Everything with so many threads, debyer too; several: one after the other. Default: all cores.")
    private List<Integer> threads = List.of(Threads.ofThisMachine());

    @Mixin
    private Repeats repeats = new Repeats();

    @Option(
            names = "--debyer",
            paramLabel = "FILE",
            description = "The program; default: debyer on the PATH, if it is there.")
    private @Nullable Path debyer;

    @Option(names = "--seed", defaultValue = "1", description = "Of the structures; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "A figure of it, SVG: seconds by atoms, a line for each number of threads.")
    private @Nullable Path plot;

    @Option(names = "--json", description = "max_error_over_max, slope and rows[] as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        int times = repeats.times();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        if (threads.stream().anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException("--threads " + threads + ": each must be at least 1");
        }
        Path dir = BenchFolder.make(null, "scattering");
        List<Row> rows = new ArrayList<>();
        try {
            for (int count : threads) {
                try (Threads some = new Threads(count)) {
                    measure(new Kernels(times, seed, some, peer(dir)), rows);
                }
            }
        } finally {
            BenchFolder.settle(dir, false, spec);
        }
        ScatteringReport report = ScatteringReport.of(rows, times, load);
        if (plot != null) {
            report.plot(plot);
        }
        if (json) {
            Output.json(spec, report);
        } else {
            report.print(Output.of(spec));
        }
        return 0;
    }

    private void measure(Kernels kernels, List<Row> rows) throws IOException, InterruptedException {
        int clusters = quick ? CLUSTERS.length - 1 : CLUSTERS.length;
        int cells = quick ? 2 : PERIODIC.length;
        int kPoints = quick ? 2 : K_POINTS.length;
        try (StepProgress progress = new StepProgress("kernels", clusters + cells + kPoints + 5, Output.errors(spec))) {
            for (int k = 0; k < clusters; k++) {
                rows.add(kernels.cluster(CLUSTERS[k]));
                progress.step();
            }
            rows.add(kernels.move(CLUSTERS[0]));
            progress.step();
            for (int k = 0; k < cells; k++) {
                rows.add(kernels.periodic(PERIODIC[k]));
                progress.step();
            }
            rows.add(kernels.gradient(PERIODIC[1]));
            progress.step();
            for (int k = 0; k < kPoints; k++) {
                rows.add(kernels.kPoints(K_POINTS[k]));
                progress.step();
            }
            rows.add(kernels.kPointGradient(K_POINTS[1]));
            progress.step();
            rows.add(kernels.molecules());
            progress.step();
            rows.add(kernels.slowMolecule());
            progress.step();
        }
    }

    private Optional<Debyer> peer(Path dir) {
        if (debyer == null) {
            return Programs.find("debyer").map(program -> new Debyer(program, dir));
        }
        if (!Files.isExecutable(debyer)) {
            throw new IllegalArgumentException("--debyer " + debyer + " is no program that can be run");
        }
        return Optional.of(new Debyer(debyer.toAbsolutePath(), dir));
    }
}
