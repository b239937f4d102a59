package org.nocturne.routes.cli.bench.dashboard;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.launch.Subprocess;
import org.nocturne.routes.cli.bench.inputs.BenchFolder;
import org.nocturne.routes.cli.bench.slots.SleepyCampaign;
import org.nocturne.routes.cli.bench.slots.SleepyOptions;
import org.nocturne.routes.cli.bench.slots.SlotShare;
import org.nocturne.routes.cli.step.Output;
import org.nocturne.routes.report.ScalingFigure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what pages that are open cost a campaign, and how fast its state is told when its store is large. */
@Command(
        name = "dashboard",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs a true campaign with LAMMPS whose calculations all take the same time twice, without a page and with many that are open, and says how many calculations each did in a minute. Then",
            "fills its store with candidates, serves it, times each part of the page, and has wrk ask for its state from fifty connections, where wrk is installed."
        },
        footer = {"", "Example: nocturne bench dashboard --viewers 20 --known 1000,50000,1000000"})
public final class BenchDashboardCommand implements Callable<Integer> {
    private static final long LOOK_MILLIS = 100;
    private static final Pattern ADDRESS = Pattern.compile("dashboard: (http://[^;#\\s]+)");

    @Mixin
    private SleepyOptions tasks = new SleepyOptions();

    @Option(
            names = "--viewers",
            defaultValue = "20",
            paramLabel = "N",
            description = "Pages that are open; default ${DEFAULT-VALUE}.")
    private int viewers = 20;

    @Option(
            names = "--known",
            defaultValue = "1000,50000",
            split = ",",
            paramLabel = "N",
            description =
                    "How many candidates a store holds whose page is asked for, each number larger than the one before; default ${DEFAULT-VALUE}.")
    private List<Integer> known = List.of();

    @Option(
            names = "--ask-seconds",
            defaultValue = "15",
            paramLabel = "S",
            description = "How long wrk asks, after a third of that to warm up; default ${DEFAULT-VALUE}.")
    private int askSeconds = 15;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "A new folder for the campaigns, which is kept; else a temporary one is deleted.")
    private @Nullable Path work;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "A figure, SVG: how long parts of the page take, by candidates.")
    private @Nullable Path plot;

    @Option(names = "--json", description = "alone, watched, lost, pages, stores and load as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    /**
     * What was measured.
     *
     * @param lost share of the calculations in a minute that the pages took
     * @param pages what they were answered meanwhile
     * @param stores how pages of large stores were answered, with nobody else asking
     * @param load of the machine over the last minute, at the begin
     */
    record Line(
            int slots,
            SlotShare alone,
            SlotShare watched,
            double lost,
            int viewers,
            Answers.Sum pages,
            List<LargeStore> stores,
            double load) {}

    @Override
    public Integer call() throws Exception {
        check();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        Path dir = BenchFolder.make(work, "dashboard");
        Class<?> main = Objects.requireNonNull(spec).root().userObject().getClass();
        SleepyCampaign unseen = tasks.write(Files.createDirectory(dir.resolve("alone")));
        SlotShare alone = unseen.toItsEnd(unseen.start(main));
        SleepyCampaign seen = tasks.write(Files.createDirectory(dir.resolve("watched")));
        Subprocess runner = seen.start(main, "--dashboard");
        SlotShare watched;
        Answers.Sum pages;
        try (Viewers open = new Viewers(page(seen, runner), viewers)) {
            watched = seen.toItsEnd(runner);
            pages = open.sum();
        }
        print(new Line(
                seen.slots(),
                alone,
                watched,
                1 - watched.perMinute() / alone.perMinute(),
                viewers,
                pages,
                stores(seen, dir),
                load));
        BenchFolder.settle(dir, work != null, spec);
        return 0;
    }

    private void check() {
        int before = tasks.candidates();
        for (int wanted : known) {
            if (wanted <= before) {
                throw new IllegalArgumentException("--known is " + known + "; wanted are numbers above the "
                        + tasks.candidates() + " candidates of the campaign, each larger than the one before");
            }
            before = wanted;
        }
    }

    /** As its runner prints it. */
    private static String page(SleepyCampaign campaign, Subprocess runner) throws IOException, InterruptedException {
        while (runner.await(Duration.ofMillis(LOOK_MILLIS)).isEmpty()) {
            Matcher address = ADDRESS.matcher(Files.readString(campaign.said()));
            if (address.find()) {
                return address.group(1);
            }
        }
        throw new IllegalStateException(campaign.said() + ": the campaign ended before its page was open");
    }

    private List<LargeStore> stores(SleepyCampaign campaign, Path dir) throws Exception {
        List<LargeStore> out = new ArrayList<>();
        int before = campaign.candidates();
        for (int wanted : known) {
            out.add(LargeStore.of(campaign.folder(), before, wanted, askSeconds, dir));
            Output.errors(spec).println("the page of " + wanted + " candidates has been read");
            before = Math.max(before, wanted);
        }
        if (plot != null) {
            ScalingFigure.write(plot, "candidates in the store", "ms for one part of the page", LargeStore.series(out));
        }
        return out;
    }

    private void print(Line line) throws IOException {
        if (json) {
            Output.json(spec, line);
            return;
        }
        Output.of(spec)
                .printf(
                        Locale.ROOT,
                        "%d calculations on %d slots: %.2f a minute alone, %.2f with %d pages open, %.1f %% lost (load %.1f)%n",
                        line.alone().tasks(),
                        line.slots(),
                        line.alone().perMinute(),
                        line.watched().perMinute(),
                        line.viewers(),
                        100 * line.lost(),
                        line.load());
        Answers.Sum pages = line.pages();
        Output.of(spec)
                .printf(
                        Locale.ROOT,
                        "the pages: told %d times, %d answers, half of them within %.0f ms, 99 %% within %.0f ms, %d failed%n",
                        pages.events(),
                        pages.answers(),
                        pages.medianMillis(),
                        pages.p99Millis(),
                        pages.failed());
        line.stores().forEach(store -> Output.of(spec).println(store.inWords()));
    }
}
