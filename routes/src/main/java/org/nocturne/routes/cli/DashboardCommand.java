package org.nocturne.routes.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.nocturne.routes.dashboard.Dashboard;
import org.nocturne.routes.dashboard.DashboardAddress;
import org.nocturne.routes.dashboard.StoreDashboard;
import org.nocturne.routes.run.CampaignFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The page of a campaign. */
@Command(
        name = "dashboard",
        mixinStandardHelpOptions = true,
        description =
                "Print the address of a campaign's page. Where the campaign runs, its runner serves it, for as long as it runs, and the"
                        + " address holds the token with which it can be stopped, paused or given more. Else it is served from here, to read,"
                        + " until Ctrl-C; the store is in use for so long.",
        footer = {"", "Example: nocturne dashboard runs/silicon-300K"})
final class DashboardCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The campaign folder.")
    private Path dir = Path.of("");

    @Option(
            names = "--port",
            defaultValue = "0",
            paramLabel = "PORT",
            description = "Where it is to be served on 127.0.0.1, if it is not yet; any free one unless given.")
    private int port;

    @Override
    public Integer call() throws Exception {
        CampaignFolder folder = new CampaignFolder(dir);
        folder.configuration();
        DashboardAddress address = DashboardAddress.here(port);
        Optional<String> running = Dashboard.ofRunner(folder, port);
        if (running.isPresent()) {
            System.out.println("dashboard: " + running.get());
            return ExitCode.OK;
        }
        try (StoreDashboard dashboard = new StoreDashboard(folder, address)) {
            System.out.println("dashboard: " + dashboard.url());
            System.err.println(
                    "nocturne: nobody runs this campaign; Ctrl-C ends the page and frees the store for a resume");
            new CountDownLatch(1).await();
        }
        return ExitCode.OK;
    }
}
