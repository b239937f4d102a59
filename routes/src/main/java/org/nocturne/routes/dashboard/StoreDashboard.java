package org.nocturne.routes.dashboard;

import java.util.function.Supplier;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.CampaignReport;
import org.nocturne.routes.run.Inputs;
import org.nocturne.routes.run.Status;
import org.nocturne.routes.run.StatusReader;

/** The page of a campaign that nobody runs here, by what its store says. Nothing can be ordered from it. */
public final class StoreDashboard implements AutoCloseable {
    private final Store store;
    private final DashboardServer server;

    /** @throws Exception if the store does not open or the address cannot be had */
    public StoreDashboard(CampaignFolder folder, DashboardAddress address) throws Exception {
        Inputs inputs = Inputs.open(folder.configuration());
        store = folder.openStore(inputs.config());
        try {
            Supplier<Status> status = () -> StatusReader.of(folder, inputs.config(), store);
            server = new DashboardServer(
                    Seen.of(folder.dir(), store, CampaignReport.facts(folder, inputs), status, false),
                    Orders.NONE,
                    address);
            server.start();
        } catch (Exception e) {
            store.close();
            throw e;
        }
    }

    /** Where it is. */
    public String url() {
        return server.url();
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }
}
