package org.nocturne.routes.cli.bench.network;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.generator.neural.ExecutionDevice;
import org.nocturne.learning.train.NetworkPlan;
import org.nocturne.routes.cli.bench.inputs.BenchFolder;
import org.nocturne.routes.cli.bench.measure.Repeats;
import org.nocturne.routes.cli.step.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nocturne bench network}: what training takes, and what forces take. */
@Command(
        name = "network",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Trains a force network on frames of silicon that were moved at random, with the forces of the embedded engine, and says how many frames it learned from in a second and "
                        + "whether its memory grew. Then times its forces on crystals as they grow, beside those of the engine, on one thread, on all cores, and with CUDA where this build has it.",
        footer = {"", "Example: nocturne bench network --quick"})
public final class BenchNetworkCommand implements Callable<Integer> {
    private static final int QUICK_STEPS = 100;
    private static final int QUICK_ATOMS = 11_000;

    @Option(
            names = "--steps",
            defaultValue = "1000",
            paramLabel = "N",
            description = "Of the training; default ${DEFAULT-VALUE}.")
    private int steps = 1000;

    @Option(names = "--channels", defaultValue = "16", paramLabel = "C", description = "Default ${DEFAULT-VALUE}.")
    private int channels = 16;

    @Option(names = "--layers", defaultValue = "2", paramLabel = "L", description = "Default ${DEFAULT-VALUE}.")
    private int layers = 2;

    @Option(
            names = "--most-atoms",
            defaultValue = "100000",
            paramLabel = "N",
            description = "Where growing ends; default ${DEFAULT-VALUE}.")
    private int mostAtoms = 100_000;

    @Option(names = "--quick", description = "100 steps, up to 10,648 atoms; in a minute.")
    private boolean quick;

    @Mixin
    private Repeats repeats = new Repeats();

    @Option(names = "--seed", defaultValue = "1", description = "Default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--json", description = "training, forces[], cuda and load as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    /**
     * What was measured.
     *
     * @param cuda empty where it was measured too; else why not
     * @param load of the machine over the last minute, at the begin
     */
    record Line(TrainingTrial.Line training, List<ForceTrial.Row> forces, String cuda, double load) {}

    @Override
    public Integer call() throws IOException {
        int times = repeats.times();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        Path dir = BenchFolder.make(null, "network");
        NetworkPlan plan = new NetworkPlan(channels, layers, 0, quick ? QUICK_STEPS : steps, 1, seed);
        TrainingTrial.Trained trained = TrainingTrial.run(dir, plan, seed, line -> Output.errors(spec)
                .printf(
                        Locale.ROOT,
                        "train %d/%d  force error %.2f %% held out%n",
                        line.step(),
                        line.steps(),
                        100 * line.heldOutError()));
        List<ForceTrial.Row> rows = new ArrayList<>();
        for (ExecutionDevice device : devices()) {
            for (int cells : ForceTrial.cells(quick ? Math.min(mostAtoms, QUICK_ATOMS) : mostAtoms)) {
                rows.add(ForceTrial.of(trained.folder(), device, cells, times, seed));
            }
        }
        ExecutionDevice best = ExecutionDevice.best(1);
        String cuda = best.cuda() ? "" : best.fallback().isEmpty() ? "this build has no CUDA" : best.fallback();
        print(new Line(trained.line(), rows, cuda, load));
        BenchFolder.settle(dir, false, spec);
        return 0;
    }

    private static List<ExecutionDevice> devices() {
        List<ExecutionDevice> out = new ArrayList<>(List.of(ExecutionDevice.cpu(1)));
        int cores = Runtime.getRuntime().availableProcessors();
        if (cores > 1) {
            out.add(ExecutionDevice.cpu(cores));
        }
        ExecutionDevice best = ExecutionDevice.best(1);
        if (best.cuda()) {
            out.add(best);
        }
        return out;
    }

    private void print(Line line) throws IOException {
        if (json) {
            Output.json(spec, line);
            return;
        }
        PrintWriter out = Output.of(spec);
        TrainingTrial.Line training = line.training();
        out.printf(
                Locale.ROOT,
                "training: %d steps on frames of %d atoms, %d parameters, one thread: %.1f frames/s, %.0f s, force error %.2f %%; %d MiB half way, %d at the end (load %.1f)%n",
                training.steps(),
                training.atoms(),
                training.parameters(),
                training.framesPerSecond(),
                training.seconds(),
                100 * training.heldOutError(),
                training.halfwayMiB(),
                training.lastMiB(),
                line.load());
        out.printf("%n%-16s %8s %12s %12s %16s%n", "forces on", "atoms", "ms", "CPU ms", "the engine's ms");
        for (ForceTrial.Row row : line.forces()) {
            out.printf(
                    Locale.ROOT,
                    "%-16s %8d %12.1f %12.1f %16.1f%n",
                    row.device(),
                    row.atoms(),
                    row.millis(),
                    row.processorMillis(),
                    row.engineMillis());
        }
        if (!line.cuda().isEmpty()) {
            out.println("CUDA was not measured: " + line.cuda());
        }
    }
}
