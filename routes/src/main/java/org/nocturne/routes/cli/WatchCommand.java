package org.nocturne.routes.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.store.StoreException;
import org.nocturne.routes.cli.step.Output;
import org.nocturne.routes.cli.watch.PlainScreen;
import org.nocturne.routes.cli.watch.Screen;
import org.nocturne.routes.cli.watch.TerminalScreen;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.RouteLogLine;
import org.nocturne.routes.run.RouteLogReader;
import org.nocturne.routes.run.Status;
import org.nocturne.routes.run.StatusReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A campaign as it goes on. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Watch a campaign from any shell, without disturbing it: where it stands and the newest lines of its log, on a terminal; elsewhere a line each time it has got further.",
            "Ends when its runner does, with the exit code of that; Ctrl-C ends the watching alone."
        },
        footer = {"", "Example: nocturne watch runs/silicon-300K"})
final class WatchCommand implements Callable<Integer> {
    private static final Duration CLOSES = Duration.ofSeconds(30);
    private static final long AGAIN_MILLIS = 100;

    @Parameters(index = "0", paramLabel = "DIR", description = "The campaign folder.")
    private Path dir = Path.of("");

    @Option(
            names = "--every",
            defaultValue = "1",
            paramLabel = "S",
            description = "Seconds between two looks; default ${DEFAULT-VALUE}.")
    private double every = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!(every >= 0.1)) {
            throw new IllegalArgumentException("--every is " + every + "; wanted is 0.1 s or more");
        }
        CampaignFolder folder = new CampaignFolder(dir);
        RouteLogReader log = new RouteLogReader(dir);
        try (Screen screen = screen()) {
            Status status = StatusReader.read(folder);
            screen.show(status, fresh(log));
            while (status.runnerAlive()) {
                Thread.sleep(Math.round(1000 * every));
                status = read(folder);
                screen.show(status, fresh(log));
            }
            return code(status);
        }
    }

    /** A runner that ends answers no more a moment before it has closed its store. */
    private static Status read(CampaignFolder folder) throws InterruptedException {
        long patience = System.nanoTime() + CLOSES.toNanos();
        while (true) {
            try {
                return StatusReader.read(folder);
            } catch (StoreException e) {
                if (System.nanoTime() > patience) {
                    throw e;
                }
                Thread.sleep(AGAIN_MILLIS);
            }
        }
    }

    private static List<RouteLogLine> fresh(RouteLogReader log) throws IOException {
        List<RouteLogLine> fresh = new ArrayList<>();
        for (Optional<RouteLogLine> line = log.next(); line.isPresent(); line = log.next()) {
            fresh.add(line.get());
        }
        return fresh;
    }

    private Screen screen() throws IOException {
        if (System.console() == null || System.getenv("TERM") == null) {
            return new PlainScreen(Output.of(spec));
        }
        Terminal terminal = TerminalBuilder.builder().system(true).build();
        return new TerminalScreen(terminal);
    }

    private static int code(Status status) {
        return switch (status.state()) {
            case "finished" -> ExitCode.OK;
            case "failed" -> ExitCode.CAMPAIGN_FAILED;
            case "spent" -> ExitCode.SPENT;
            case "stopped" -> ExitCode.STOPPED;
            default -> ExitCode.FAULT; // nobody runs it, and it has not ended
        };
    }
}
