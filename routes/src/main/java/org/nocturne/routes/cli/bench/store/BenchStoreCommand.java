package org.nocturne.routes.cli.bench.store;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.cli.bench.inputs.BenchFolder;
import org.nocturne.routes.cli.bench.measure.Timed;
import org.nocturne.routes.cli.bench.orchestration.InstantCampaign;
import org.nocturne.routes.cli.step.Output;
import org.nocturne.routes.cli.step.StepProgress;
import org.nocturne.routes.dashboard.DashboardAddress;
import org.nocturne.routes.dashboard.StoreDashboard;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.Inputs;
import org.nocturne.routes.run.StatusReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nocturne bench store}: what the number of candidates in a store costs. */
@Command(
        name = "store",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Runs a small true campaign and makes its store larger, candidate by candidate, up to each of the sizes. At each it says what the changes of one more candidate take, "
                        + "what the loop asks after each change, how long the store takes to open and be counted, and how long each part of its page takes. A million candidates take "
                        + "more than half an hour to make, and twenty gigabytes meanwhile.",
        footer = {"", "Example: nocturne bench store --candidates 1000,100000,1000000 --plot stores.svg"})
public final class BenchStoreCommand implements Callable<Integer> {
    private static final int FEW = 10;
    private static final int TIMES = 101;
    private static final int LEAST = FEW + TIMES;

    @Option(
            names = "--candidates",
            defaultValue = "1000,10000,100000",
            split = ",",
            paramLabel = "N",
            description =
                    "How many candidates a store holds, each number larger than the one before; default ${DEFAULT-VALUE}.")
    private List<Integer> sizes = List.of();

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "A new folder for the campaign, which is kept; else a temporary one is deleted.")
    private @Nullable Path work;

    @Option(names = "--plot", paramLabel = "FILE", description = "A figure, SVG.")
    private @Nullable Path plot;

    @Option(names = "--json", description = "rows[] and load as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        check();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        Path dir = BenchFolder.make(work, "store");
        StoreReport report;
        try {
            InstantCampaign.run(dir, FEW);
            report = new StoreReport(rows(new CampaignFolder(dir.resolve("run"))), load);
        } finally {
            BenchFolder.settle(dir, work != null, spec);
        }
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

    private void check() {
        int before = LEAST;
        for (int wanted : sizes) {
            if (wanted <= before) {
                throw new IllegalArgumentException("--candidates is " + sizes + "; wanted are numbers above " + LEAST
                        + ", each larger than the one before");
            }
            before = wanted;
        }
    }

    private List<StoreReport.Row> rows(CampaignFolder folder) throws Exception {
        List<StoreReport.Row> rows = new ArrayList<>();
        int before = FEW;
        try (StepProgress progress = new StepProgress("sizes", sizes.size(), Output.errors(spec))) {
            for (int size : sizes) {
                rows.add(row(folder, before, size));
                before = size;
                progress.step();
            }
        }
        return rows;
    }

    private static StoreReport.Row row(CampaignFolder folder, int before, int size) throws Exception {
        Inputs inputs = Inputs.open(folder.configuration());
        double life;
        double look;
        ManyCandidates.add(folder.dir(), before, size - TIMES);
        try (Store store = folder.openStore(inputs.config())) {
            LoopLook loop = new LoopLook(store, inputs.plan(), StatusReader.budget(folder, inputs.config(), store));
            look = median(k -> loop.ask());
            life = median(k -> store.inTransaction(tx -> {
                ManyCandidates.add(tx, size - TIMES + 1 + k);
                return k;
            }));
        }
        return new StoreReport.Row(size, life, look, opened(folder, inputs), pages(folder, size));
    }

    private static double opened(CampaignFolder folder, Inputs inputs) {
        long begun = System.nanoTime();
        try (Store store = folder.openStore(inputs.config())) {
            store.inTransaction(tx -> tx.tally().candidatesByState());
            return millis(begun);
        }
    }

    private static Map<String, Double> pages(CampaignFolder folder, int size) throws Exception {
        try (StoreDashboard served = new StoreDashboard(folder, DashboardAddress.here(0))) {
            return PageTimes.of(served.url(), size);
        }
    }

    private interface Numbered {
        void run(int k);
    }

    private static double median(Numbered work) {
        return Timed.median(IntStream.range(0, TIMES)
                .mapToDouble(k -> {
                    long begun = System.nanoTime();
                    work.run(k);
                    return millis(begun);
                })
                .toArray());
    }

    private static double millis(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }
}
