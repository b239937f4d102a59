package org.nocturne.routes.cli;

import org.jspecify.annotations.Nullable;
import org.nocturne.routes.dashboard.Dashboard;
import org.nocturne.routes.metrics.Metrics;
import org.nocturne.routes.run.Beside;
import org.nocturne.routes.run.CampaignFolder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a running campaign shows itself. */
final class RunOptions {
    @Option(names = "--json-log", description = "Write the route log as JSON, one object a line.")
    boolean json;

    @Option(
            names = "--lines",
            description = "Print the route log's lines even on a terminal, in place of the progress bar.")
    boolean lines;

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            description = "Serve figures for Prometheus at http://127.0.0.1:PORT/metrics, and /health.")
    private @Nullable Integer metricsPort;

    @Mixin
    private DashboardOptions dashboard = new DashboardOptions();

    /** What goes along with the campaign. */
    Beside.Opening beside(CampaignFolder folder) {
        Beside.Opening metrics = metricsPort == null ? Beside.NOTHING : Metrics.on(metricsPort);
        return metrics.and(Dashboard.opening(
                folder,
                dashboard.address(),
                url -> System.err.println("nocturne: dashboard: " + url + "; 'nocturne dashboard " + folder.dir()
                        + "' prints the address with its token")));
    }
}
