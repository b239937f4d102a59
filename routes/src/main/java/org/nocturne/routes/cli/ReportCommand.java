package org.nocturne.routes.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.CampaignReport;
import org.nocturne.routes.run.ControlSocket;
import org.nocturne.routes.run.Inputs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the report of a campaign anew. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Write the report of a campaign from what its store says now, and print where it is.",
        footer = {"", "Example: nocturne report runs/silicon-300K"})
final class ReportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The campaign folder.")
    private Path dir = Path.of("");

    @Override
    public Integer call() {
        CampaignFolder folder = new CampaignFolder(dir);
        folder.configuration();
        if (ControlSocket.ask(dir, "report").isEmpty()) {
            Inputs inputs = Inputs.open(folder.configuration());
            try (Store store = folder.openStore(inputs.config())) {
                CampaignReport.write(folder, store, inputs);
            }
        }
        System.out.println("report: " + folder.report().toAbsolutePath().normalize());
        return ExitCode.OK;
    }
}
