package org.nocturne.routes.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.StopOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stops a running campaign; resume goes on with it. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = "Stop a running campaign: its processes are ended, its store is kept, resume goes on with it.",
        footer = {"", "Example: nocturne stop runs/silicon-300K"})
final class StopCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The campaign folder.")
    private Path dir = Path.of("");

    @Override
    public Integer call() {
        if (!StopOrder.give(new CampaignFolder(dir))) {
            System.err.println("nocturne: " + dir + ": no runner is at work on this campaign");
            return ExitCode.FAULT;
        }
        System.out.println("stopping; nocturne status " + dir + " tells when it has stopped");
        return ExitCode.OK;
    }
}
