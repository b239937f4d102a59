package org.nocturne.routes.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.routes.cli.step.Output;
import org.nocturne.routes.config.ConfigException;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.ControlSocket;
import org.nocturne.routes.run.RouteLogLine;
import org.nocturne.routes.run.RouteLogReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the route log. */
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description = "Print the route log, one line a step; with --follow until the runner ends.",
        footer = {
            "",
            "Example: nocturne log runs/silicon-300K --follow | grep retrain",
            "Example: nocturne log runs/silicon-300K --json | jq -r 'select(.step == \"assess\") | .Rwp'"
        })
final class LogCommand implements Callable<Integer> {
    private static final long PAUSE_MILLIS = 200;

    @Parameters(index = "0", paramLabel = "DIR", description = "The campaign folder.")
    private Path dir = Path.of("");

    @Option(
            names = {"-f", "--follow"},
            description = "Go on as lines are written.")
    private boolean follow;

    @Option(
            names = "--json",
            description =
                    "Each line as one JSON object of texts, in whichever form it was written; at is the time as it stands in the log.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        CampaignFolder folder = new CampaignFolder(dir);
        if (!Files.exists(folder.log())) {
            throw new ConfigException(folder.log(), "there is no such log");
        }
        PrintWriter out = Output.of(spec);
        RouteLogReader log = new RouteLogReader(dir);
        try (BufferedReader plain = Files.newBufferedReader(folder.log())) {
            boolean alive = true;
            while (alive) {
                alive = follow && ControlSocket.ask(dir, "status").isPresent();
                if (json) {
                    read(log, out);
                } else {
                    plain.lines().forEach(out::println); // whatever stands there
                }
                out.flush();
                if (alive) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        }
        return ExitCode.OK;
    }

    private static void read(RouteLogReader log, PrintWriter out) {
        try {
            for (Optional<RouteLogLine> line = log.next(); line.isPresent(); line = log.next()) {
                out.println(line.get().json());
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
