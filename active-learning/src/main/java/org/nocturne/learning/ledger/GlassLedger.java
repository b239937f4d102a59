package org.nocturne.learning.ledger;

import java.util.ArrayList;
import java.util.List;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.ensemble.Families;
import org.nocturne.learning.ensemble.GlassConfiguration;
import org.nocturne.learning.ensemble.GlassReference;

/**
 * Judges configurations of a glass against independent quenches, as {@link VarianceLedger} does those of a crystal against MD: the variance within
 * basins and that between them, each by itself. What has a melt in common is one family, and only families count as independent.
 */
public final class GlassLedger {
    private static final int FEWEST_FAMILIES = 3; // a variance of fewer has no error

    private GlassLedger() {}

    /**
     * All lines for one stage; none while there are fewer than four configurations, and with fewer than three families on either side that alone which
     * counts them. The samples of all other lines are families.
     *
     * @param generated measured by the probe of the reference
     */
    public static List<Judgement> judge(
            String stage, Kelvin temperature, List<GlassConfiguration> generated, GlassReference reference) {
        if (generated.size() < VarianceLedger.FEWEST_SAMPLES) {
            return List.of();
        }
        Families<GlassConfiguration> families = reference.probe().families(generated);
        String source = reference.source() + "; " + generated.size() + " configurations of " + families.size()
                + (families.size() == 1 ? " melt" : " melts");
        List<Judgement> lines = new ArrayList<>();
        if (Math.min(families.size(), reference.quenches().size()) >= FEWEST_FAMILIES) {
            Gate gate = Gate.ofFamilies(stage, temperature, families.size(), source);
            comparisons(families, reference).forEach(comparison -> lines.add(gate.judge(comparison)));
        }
        lines.add(new Gate(stage, temperature, generated.size(), source).judge(DiffusionComparison.of(families)));
        return lines;
    }

    private static List<Comparison> comparisons(Families<GlassConfiguration> generated, GlassReference reference) {
        Families<GlassConfiguration> quenches = reference.quenches();
        List<Comparison> out = new ArrayList<>(BasinComparisons.of(generated, quenches));
        out.addAll(GlassPatternComparisons.of(
                generated, quenches, reference.probe().liquid().waves().shells()));
        out.add(PairComparisons.of(generated, quenches));
        return out;
    }
}
