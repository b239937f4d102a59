package org.nocturne.routes.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.nocturne.routes.run.CampaignFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs beside the runner that leads a campaign. */
@Command(
        name = "join",
        mixinStandardHelpOptions = true,
        description =
                "Help the runner that leads a campaign: run its jobs, from this host or another that shares the folder. "
                        + "Ends with the campaign; leads it where the leader has died. Wants a store on PostgreSQL (store.url).",
        footer = {"", "Example: nocturne join runs/silicon-300K"})
final class JoinCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The campaign folder.")
    private Path dir = Path.of("");

    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    public Integer call() throws Exception {
        return Campaigns.join(new CampaignFolder(dir), options);
    }
}
