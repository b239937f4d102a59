package org.nocturne.routes.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Optional;
import org.nocturne.learning.loop.Budget;
import org.nocturne.learning.store.RunnerTable.Runner;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.config.CampaignConfig;

/** Asks the runner where there is one, and the store where there is none. */
public final class StatusReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StatusReader() {}

    public static Status read(CampaignFolder folder) {
        var config = folder.configuration().config();
        Optional<String> alive = ControlSocket.ask(folder.dir(), "status");
        if (alive.isPresent()) {
            try {
                return JSON.readValue(alive.get(), Status.class);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the runner's answer is no status: " + alive.get(), e);
            }
        }
        try (Store store = folder.openStore(config)) {
            return of(folder, config, store);
        }
    }

    /** What a campaign whose store is open here may still spend. */
    public static Budget budget(CampaignFolder folder, CampaignConfig config, Store store) {
        return new Budget(config.budget().plan(config), store, new CampaignMeter(folder.dir(), Clock.systemUTC()));
    }

    /** Of a campaign whose store is open here, and that this process does not run. */
    public static Status of(CampaignFolder folder, CampaignConfig config, Store store) {
        return Status.of(
                store,
                budget(folder, config, store),
                config.candidates().count(),
                Presence.living(store).stream().anyMatch(Runner::leads), // on a host that the socket does not reach
                folder.report().toAbsolutePath().normalize().toString());
    }
}
