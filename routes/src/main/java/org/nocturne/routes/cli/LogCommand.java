package org.nocturne.routes.cli;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.nocturne.routes.config.ConfigException;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.ControlSocket;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the route log. */
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description = "Print the route log, one line a step; with --follow until the runner ends.",
        footer = {"", "Example: nocturne log runs/silicon-300K --follow | grep retrain"})
final class LogCommand implements Callable<Integer> {
    private static final long PAUSE_MILLIS = 200;

    @Parameters(index = "0", paramLabel = "DIR", description = "The campaign folder.")
    private Path dir = Path.of("");

    @Option(
            names = {"-f", "--follow"},
            description = "Go on as lines are written.")
    private boolean follow;

    @Override
    public Integer call() throws Exception {
        CampaignFolder folder = new CampaignFolder(dir);
        if (!Files.exists(folder.log())) {
            throw new ConfigException(folder.log(), "there is no such log");
        }
        try (BufferedReader in = Files.newBufferedReader(folder.log())) {
            boolean alive = true;
            while (alive) {
                alive = follow && ControlSocket.ask(dir, "status").isPresent();
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    System.out.println(line);
                }
                if (alive) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        }
        return ExitCode.OK;
    }
}
