package org.nocturne.routes.run;

import org.nocturne.learning.store.RunnerTable.Runner;
import org.nocturne.learning.store.Store;

/** The order to stop a campaign: said to its runner, or left in the store where the runner that leads is on another host. */
public final class StopOrder {
    /** The state of a campaign between the order and the end. */
    static final String STOPPING = "stopping";

    private StopOrder() {}

    /** Gives the order; false where no runner is at work. */
    public static boolean give(CampaignFolder folder) {
        if (ControlSocket.ask(folder.dir(), "stop").isPresent()) {
            return true;
        }
        var config = folder.configuration().config();
        if (config.store().url() == null) {
            return false; // of an H2 file the runner would have answered
        }
        try (Store store = folder.openStore(config)) {
            boolean led = Presence.living(store).stream().anyMatch(Runner::leads);
            if (led) {
                store.inTransaction(tx -> {
                    tx.campaign().state(STOPPING, null);
                    return null;
                });
            }
            return led;
        }
    }
}
