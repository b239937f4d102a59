package org.nocturne.routes.cli.bench.orchestration;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nocturne.routes.cli.bench.inputs.BenchFolder;
import org.nocturne.routes.cli.bench.measure.Repeats;
import org.nocturne.routes.cli.bench.measure.Timed;
import org.nocturne.routes.cli.bench.orchestration.OrchestrationReport.PeerRow;
import org.nocturne.routes.cli.step.Output;
import org.nocturne.routes.cli.step.StepProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nocturne bench orchestration}: what the loop adds to each calculation. */
@Command(
        name = "orchestration",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Runs true campaigns of 64 atoms whose calculations take no time, and says what the loop costs for each: claimed, its intent committed, started under its wrapper, read, "
                        + "written aside, hashed, committed, logged, proposed and scored. A small campaign is taken off a large one, so that start and end do not count. Then the store alone, and what make, GNU "
                        + "parallel, snakemake and Nextflow take for as many tasks that do nothing, where they are installed.",
        footer = {"", "Example: nocturne bench orchestration --quick"})
public final class BenchOrchestrationCommand implements Callable<Integer> {
    private static final int FEW = 10;
    private static final int MANY = 110;
    private static final int JOBS_IN_STORE = 1000;

    @Option(names = "--quick", description = "Timed once; in a minute.")
    private boolean quick;

    @Mixin
    private Repeats repeats = new Repeats();

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "A new folder for the campaigns, which is kept; else a temporary one.")
    private @Nullable Path work;

    @Option(
            names = "--json",
            description =
                    "cpu_ms_per_task, program_cpu_ms_per_task, tasks_per_s, changes_per_s and peers[] as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        int times = quick ? Math.min(1, repeats.times()) : repeats.times();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        Path dir = BenchFolder.make(work, "orchestration");
        OrchestrationReport report;
        try {
            report = measure(dir, times, load);
        } finally {
            BenchFolder.settle(dir, work != null, spec);
        }
        if (json) {
            Output.json(spec, report);
        } else {
            report.print(Output.of(spec));
        }
        return 0;
    }

    private OrchestrationReport measure(Path dir, int times, double load) throws Exception {
        List<TaskRunner> runners =
                Arrays.stream(TaskRunner.values()).filter(TaskRunner::isThere).toList();
        InstantCampaign.Cost[] few = new InstantCampaign.Cost[times];
        InstantCampaign.Cost[] many = new InstantCampaign.Cost[times];
        Timed[][] peers = new Timed[runners.size()][times];
        try (StepProgress progress = new StepProgress("runs", times * (2 + runners.size()) + 2, Output.errors(spec))) {
            InstantCampaign.run(made(dir, "warm"), FEW); // the compiler's part
            progress.step();
            int tasks = 0;
            for (int k = 0; k < times; k++) {
                few[k] = InstantCampaign.run(made(dir, "few-" + k), FEW);
                progress.step();
                many[k] = InstantCampaign.run(made(dir, "many-" + k), MANY);
                progress.step();
                tasks = many[k].tasks() - few[k].tasks();
                for (int p = 0; p < peers.length; p++) {
                    TaskRunner runner = runners.get(p);
                    peers[p][k] = runner.run(tasks, dir.resolve(runner.program() + "-" + k));
                    progress.step();
                }
            }
            double changes = StoreTrial.changesPerSecond(made(dir, "store"), JOBS_IN_STORE, times);
            progress.step();
            List<PeerRow> rows = new ArrayList<>();
            for (int p = 0; p < peers.length; p++) {
                rows.add(PeerRow.of(runners.get(p), tasks, Timed.median(peers[p])));
            }
            return new OrchestrationReport(
                    tasks,
                    1000 * difference(few, many, InstantCampaign.Cost::ownSeconds) / tasks,
                    1000 * difference(few, many, InstantCampaign.Cost::programSeconds) / tasks,
                    tasks / difference(few, many, InstantCampaign.Cost::seconds),
                    changes,
                    rows,
                    times,
                    load);
        }
    }

    private static Path made(Path dir, String name) throws IOException {
        return Files.createDirectory(dir.resolve(name));
    }

    /** The median over the pairs. */
    private static double difference(
            InstantCampaign.Cost[] few, InstantCampaign.Cost[] many, ToDoubleFunction<InstantCampaign.Cost> what) {
        return Timed.median(IntStream.range(0, few.length)
                .mapToDouble(k -> what.applyAsDouble(many[k]) - what.applyAsDouble(few[k]))
                .toArray());
    }
}
