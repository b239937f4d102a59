package org.nocturne.routes.cli.bench.night;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.routes.cli.bench.inputs.BenchFolder;
import org.nocturne.routes.cli.step.Output;
import org.nocturne.routes.config.ConfigReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nocturne bench night}: a night as it may come. */
@Command(
        name = "night",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs a campaign file of yours until a deadline, kills its runner at random moments - alone, then with all that it has started, and so on - and resumes it",
            "each time as a person would. Then the store, the files, the log and the report are examined. Wants a campaign that keeps its store in its folder."
        },
        footer = {
            "",
            "Exit code 1 if anything was lost, torn or left behind, or it ended later than 30 s after its deadline.",
            "",
            "Example: nocturne bench night configs/silicon-night.yaml --minutes 60 --kills 2"
        })
public final class BenchNightCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The campaign file, with work for the whole night.")
    private Path file = Path.of("");

    @Option(
            names = "--minutes",
            defaultValue = "60",
            paramLabel = "N",
            description = "To the deadline, which is the next whole minute then; default ${DEFAULT-VALUE}.")
    private int minutes = 60;

    @Option(
            names = "--kills",
            defaultValue = "2",
            paramLabel = "N",
            description = "So many deaths; default ${DEFAULT-VALUE}.")
    private int kills = 2;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Of their moments; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "A new folder for the campaign; else a temporary one. It is kept in either case.")
    private @Nullable Path work;

    @Option(
            names = "--json",
            description =
                    "minutes, kills, state, seconds_after_deadline, candidates, labelled, lost, torn, orphans, broken, report_bytes and findings as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (ConfigReader.read(file, false).config().store().url() != null) {
            throw new IllegalArgumentException(file
                    + ": store.url is set; bench night examines a copy of the store in the folder, so it wants none");
        }
        NightPlan night = NightPlan.of(ZonedDateTime.now(), minutes, kills, seed);
        Path dir = BenchFolder.make(work, "night");
        Class<?> main = Objects.requireNonNull(spec).root().userObject().getClass();
        NightLine line = new NightTrial(file.toAbsolutePath(), dir, main, this::tell).run(night);
        print(line);
        BenchFolder.settle(dir, true, spec);
        return line.isGood() ? 0 : 1;
    }

    private void tell(String what) {
        if (!json) {
            Output.errors(spec).println(what);
        }
    }

    private void print(NightLine line) throws IOException {
        PrintWriter out = Output.of(spec);
        if (json) {
            Output.json(spec, line);
            return;
        }
        out.printf(
                Locale.ROOT,
                "%s %.1f s %s its deadline, %d minutes after its begin; killed %d times%n",
                line.state(),
                Math.abs(line.secondsAfterDeadline()),
                line.secondsAfterDeadline() < 0 ? "before" : "after",
                line.minutes(),
                line.kills().size());
        out.printf(
                "%d of %d candidates labelled; %d labels lost, %d files torn, %d processes left, %d broken; the report has %d bytes%n",
                line.labelled(),
                line.candidates(),
                line.lost(),
                line.torn(),
                line.orphans(),
                line.broken(),
                line.reportBytes());
        line.findings().forEach(out::println);
    }
}
