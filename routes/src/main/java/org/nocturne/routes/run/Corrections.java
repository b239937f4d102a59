package org.nocturne.routes.run;

import java.util.Optional;
import org.nocturne.generator.thermal.Correction;
import org.nocturne.generator.thermal.PreconditionedHmc;
import org.nocturne.generator.thermal.PreconditionedLangevin;
import org.nocturne.routes.config.CorrectionConfig;

/** The correction that a block of the configuration describes. */
public final class Corrections {
    /** Of the Langevin run before hybrid Monte Carlo: larger ones blow up soft crystals. */
    private static final double BURN_IN_DELTA = 0.5;

    private Corrections() {}

    /** Empty for none. */
    public static Optional<Correction> of(CorrectionConfig config) {
        if (!config.isOn()) {
            return Optional.empty();
        }
        double cap = config.forceCapEvPerAngstrom() == null ? Double.POSITIVE_INFINITY : config.forceCapEvPerAngstrom();
        if (config.method().equals(CorrectionConfig.HMC)) {
            return Optional.of(new PreconditionedHmc(
                    config.trajectories(),
                    config.steps(),
                    config.delta(),
                    new PreconditionedLangevin(config.burnIn(), BURN_IN_DELTA, config.friction(), cap)));
        }
        return Optional.of(new PreconditionedLangevin(config.steps(), config.delta(), config.friction(), cap));
    }
}
