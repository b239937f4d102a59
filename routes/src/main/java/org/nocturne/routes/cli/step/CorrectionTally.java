package org.nocturne.routes.cli.step;

import java.io.PrintWriter;
import java.util.Locale;
import org.nocturne.generator.thermal.Corrected;
import org.nocturne.routes.config.CorrectionConfig;

/** What the corrections of many samples have in common. */
final class CorrectionTally {
    private final CorrectionConfig how;
    private int samples;
    private double acceptance;
    private double cappedShare;
    private boolean judged;

    CorrectionTally(CorrectionConfig how) {
        this.how = how;
    }

    void add(Corrected corrected) {
        samples++;
        judged |= corrected.acceptance().isPresent();
        acceptance += corrected.acceptance().orElse(0);
        cappedShare += corrected.cappedShare();
    }

    /** One line, or nothing where nothing was corrected. */
    void tell(PrintWriter out) {
        if (samples == 0) {
            return;
        }
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "sample: corrected by %s, %d steps of %s, forces of the %s",
                how.method(),
                how.steps(),
                how.delta(),
                how.forces()));
        if (judged) {
            line.append(String.format(
                    Locale.ROOT, ", %d trajectories, acceptance %.3f", how.trajectories(), acceptance / samples));
        }
        if (how.forceCapEvPerAngstrom() != null) {
            line.append(String.format(
                    Locale.ROOT,
                    ", %.4f %% of forces capped at %s eV/angstrom",
                    100 * cappedShare / samples,
                    how.forceCapEvPerAngstrom()));
        }
        out.println(line);
        out.flush();
    }
}
