package org.nocturne.routes.run;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.loop.VariantFigures;

/**
 * How far variants have gone from their parents, as {@code status} prints it.
 *
 * @param measured variants that came to rest and were compared with their parents
 * @param sigmaAngstrom noise they were made with
 * @param energyOverParentEv mean, per atom, with its standard error; that is null where one variant tells of none
 * @param newBonds mean share of their bonds, 0 to 1, with its standard error
 */
public record VariantStanding(
        int measured,
        double sigmaAngstrom,
        double energyOverParentEv,
        @Nullable Double energyOverParentError,
        double newBonds,
        @Nullable Double newBondsError) {

    static VariantStanding of(VariantFigures figures) {
        return new VariantStanding(
                figures.count(),
                figures.sigmaAngstrom(),
                figures.energyOverParentEv().value(),
                error(figures.energyOverParentEv()),
                figures.newBonds().value(),
                error(figures.newBonds()));
    }

    private static @Nullable Double error(Estimate estimate) {
        return Double.isFinite(estimate.standardError()) ? estimate.standardError() : null;
    }

    /** "4 at sigma 0.4 angstrom: +0.0147 +- 0.0024 eV/atom over their parents, 4.0 +- 0.5 % new bonds". */
    public String inWords() {
        return String.format(
                Locale.ROOT,
                "%d at sigma %s angstrom: %+.4f%s eV/atom over their parents, %.1f%s %% new bonds",
                measured,
                sigmaAngstrom,
                energyOverParentEv,
                energyOverParentError == null ? "" : String.format(Locale.ROOT, " +- %.4f", energyOverParentError),
                100 * newBonds,
                newBondsError == null ? "" : String.format(Locale.ROOT, " +- %.1f", 100 * newBondsError));
    }
}
