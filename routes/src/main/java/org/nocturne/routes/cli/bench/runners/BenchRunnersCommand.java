package org.nocturne.routes.cli.bench.runners;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.routes.cli.bench.inputs.BenchFolder;
import org.nocturne.routes.cli.step.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nocturne bench runners}: one campaign by two runners. */
@Command(
        name = "runners",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs a true campaign of short LAMMPS calculations with two runners on one PostgreSQL, and says what each of them brought to its end and whether anything",
            "was done twice, by the store and by what the program itself wrote down."
        },
        footer = {
            "",
            "Exit code 1 if anything was lost or done twice, or does not hold in the store.",
            "",
            "Example: nocturne bench runners --candidates 200 --kill"
        })
public final class BenchRunnersCommand implements Callable<Integer> {
    @Option(
            names = "--candidates",
            defaultValue = "200",
            paramLabel = "N",
            description = "Each is relaxed and labelled; default ${DEFAULT-VALUE}.")
    private int candidates = 200;

    @Option(
            names = "--slots",
            defaultValue = "1",
            paramLabel = "N",
            description = "Of each runner; default ${DEFAULT-VALUE}.")
    private int slots = 1;

    @Option(
            names = "--kill",
            description =
                    "kill -9 of the helper after a third of the candidates, of the leader after two thirds; another runner joins each time.")
    private boolean kill;

    @Option(
            names = "--url",
            paramLabel = "JDBC",
            description =
                    "An empty PostgreSQL database, such as jdbc:postgresql://localhost/bench; unless given, a server is started for the bench.")
    private @Nullable String url;

    @Option(
            names = "--user",
            defaultValue = PostgresServer.USER,
            paramLabel = "NAME",
            description = "Of the database; one that needs no password. Default ${DEFAULT-VALUE}.")
    private String user = PostgresServer.USER;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description =
                    "A new folder for the campaign, which is kept; else a temporary one, kept where something was found.")
    private @Nullable Path work;

    @Option(
            names = "--json",
            description =
                    "candidates, labelled, kills, per_second, runners[], lost, duplicated, second_copies, broken and findings as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        RunnersOrder order = new RunnersOrder(candidates, slots, kill);
        Path lammps = Programs.find("lmp")
                .orElseThrow(() -> new IllegalArgumentException(
                        "bench runners wants LAMMPS, as lmp on the PATH; nocturne doctor says how to get it"));
        if (url != null) {
            return run(order, lammps, url);
        }
        try (PostgresServer server = PostgresServer.start()) {
            return run(order, lammps, server.url());
        }
    }

    private int run(RunnersOrder order, Path lammps, String database) throws IOException, InterruptedException {
        Path dir = BenchFolder.make(work, "runners");
        Class<?> main = Objects.requireNonNull(spec).root().userObject().getClass();
        SharedCampaign campaign = SharedCampaign.write(dir, lammps, order, database, user, main);
        RunnersLine line = new RunnersTrial(campaign, order, this::tell).run();
        print(line);
        BenchFolder.settle(dir, work != null || !line.isGood(), spec);
        return line.isGood() ? 0 : 1;
    }

    private void tell(String what) {
        if (!json) {
            Output.errors(spec).println(what);
        }
    }

    private void print(RunnersLine line) throws IOException {
        PrintWriter out = Output.of(spec);
        if (json) {
            Output.json(spec, line);
            return;
        }
        int number = 0;
        for (RunnersLine.Runner runner : line.runners()) {
            out.printf(
                    Locale.ROOT,
                    "runner %d: %5d calculations in %6.1f s, %.2f a second%n",
                    ++number,
                    runner.jobs(),
                    runner.seconds(),
                    runner.perSecond());
        }
        out.printf(
                Locale.ROOT,
                "%d of %d candidates labelled by runners with %d slots each, %d killed: %d calculations in %.1f s, %.2f a second%n",
                line.labelled(),
                line.candidates(),
                line.slots(),
                line.kills(),
                line.done(),
                line.seconds(),
                line.perSecond());
        out.printf(
                "%d lost, %d duplicated, %d second copies, %d broken%n",
                line.lost(), line.duplicated(), line.secondCopies(), line.broken());
        line.findings().forEach(out::println);
    }
}
