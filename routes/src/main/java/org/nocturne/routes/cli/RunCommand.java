package org.nocturne.routes.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.loop.Extension;
import org.nocturne.routes.config.ConfigReader;
import org.nocturne.routes.run.CampaignFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Begins a campaign and runs it to its end. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Begin a campaign and run it to its end.",
        footer = {"", "Example: nocturne run configs/silicon-300K.yaml --quick"})
final class RunCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "The campaign file.")
    private Path file = Path.of("");

    @Option(names = "--quick", description = "Lay the file's block 'quick' over the rest.")
    private boolean quick;

    @Option(names = "--dir", paramLabel = "DIR", description = "Campaign folder; runs/NAME unless given.")
    private @Nullable Path dir;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private BudgetOptions budget = new BudgetOptions();

    @Override
    public Integer call() throws Exception {
        Extension more = budget.extension();
        ConfigReader.Read read = ConfigReader.read(file, quick);
        CampaignFolder folder =
                dir == null ? CampaignFolder.under(Path.of(""), read.config()) : new CampaignFolder(dir);
        if (folder.exists()) {
            throw new IllegalArgumentException(folder.dir() + ": there is a campaign already; 'nocturne resume "
                    + folder.dir() + "' goes on with it, --dir begins another");
        }
        return Campaigns.run(Campaigns.create(read, folder), more, options);
    }
}
