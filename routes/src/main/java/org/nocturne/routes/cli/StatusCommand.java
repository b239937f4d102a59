package org.nocturne.routes.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.nocturne.routes.cli.watch.StatusText;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.Status;
import org.nocturne.routes.run.StatusReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where a campaign stands. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Where a campaign stands; works while it runs, from any shell, without disturbing it.",
        footer = {"", "Example: nocturne status runs/silicon-300K --json"})
final class StatusCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The campaign folder.")
    private Path dir = Path.of("");

    @Option(names = "--json", description = "All of it as one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Status status = StatusReader.read(new CampaignFolder(dir));
        if (json) {
            System.out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(status));
            return ExitCode.OK;
        }
        StatusText.lines(status).forEach(System.out::println);
        return ExitCode.OK;
    }
}
