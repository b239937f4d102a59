package org.nocturne.routes.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.nocturne.routes.run.CampaignFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Goes on with a campaign that was stopped or whose runner died. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description =
                "Go on with a campaign that was stopped or whose runner died. "
                        + "Processes that are still alive are adopted, those that ended meanwhile are collected, nothing is done twice.",
        footer = {
            "",
            "Example: nocturne resume runs/silicon-300K",
            "Example: nocturne resume runs/silicon-300K --until 09:00"
        })
final class ResumeCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The campaign folder.")
    private Path dir = Path.of("");

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private BudgetOptions budget = new BudgetOptions();

    @Override
    public Integer call() throws Exception {
        return Campaigns.run(new CampaignFolder(dir), budget.extension(), options);
    }
}
