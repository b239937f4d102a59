package org.nocturne.routes.rehearsal;

import org.nocturne.learning.forecast.Forecast;
import org.nocturne.learning.forecast.Rates;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.config.AuditConfig;
import org.nocturne.routes.config.CampaignConfig;
import org.nocturne.routes.run.CampaignFolder;
import org.nocturne.routes.run.Inputs;

/** Predicts one campaign from another that has run, such as its rehearsal. */
public final class Forecasts {
    private static final String TIMESTEP = "timestep-fs";

    private Forecasts() {}

    /**
     * What a campaign will take.
     *
     * @param measured one with the same code and number of atoms, whose runner has ended
     * @throws IllegalArgumentException if the other one is of another size or method, or has come to no label
     */
    public static Forecast of(Inputs wanted, CampaignFolder measured) {
        Inputs other = Inputs.open(measured.configuration());
        require(measured, "atoms", wanted.start().size(), other.start().size());
        require(
                measured,
                "method",
                wanted.code().method().id(),
                other.code().method().id());
        try (Store store = measured.openStore(other.config())) {
            Rates rates = Rates.of(store, measured.dir(), other.plan(), timestepFs(other.config()));
            AuditConfig audit = wanted.config().audit();
            return Forecast.of(
                    wanted.plan(),
                    wanted.config().slots(),
                    audit == null ? 0 : audit.slots(),
                    rates,
                    timestepFs(wanted.config()));
        }
    }

    private static void require(CampaignFolder measured, String what, Object wanted, Object found) {
        if (!wanted.equals(found)) {
            throw new IllegalArgumentException(measured.dir() + ": its " + what + ": " + found + "; wanted is one with "
                    + wanted + ", such as a rehearsal of this campaign");
        }
    }

    /** Cooling is given as a rate in time: an adapter without this setting is taken to step by 1 fs. */
    private static double timestepFs(CampaignConfig config) {
        return config.code().settings().get(TIMESTEP) instanceof Number step ? step.doubleValue() : 1;
    }
}
