package org.nocturne.learning.ledger;

import java.util.ArrayList;
import java.util.List;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.ensemble.Families;
import org.nocturne.learning.ensemble.GlassConfiguration;
import org.nocturne.learning.ensemble.GlassReference;
import org.nocturne.learning.ensemble.LiquidConfiguration;

/**
 * Judges configurations of a glass against independent quenches, as {@link VarianceLedger} does those of a crystal against MD: the variance within
 * basins and that between them, each by itself. What has a melt in common is one family, and only families count as independent.
 */
public final class GlassLedger {
    private static final int FEWEST_SAMPLES = 4;

    private GlassLedger() {}

    /**
     * All lines for one stage; none while there are fewer than four configurations. The samples of a line are families, but of the line that counts them.
     *
     * @param generated measured by the probe of the reference
     */
    public static List<Judgement> judge(
            String stage, Kelvin temperature, List<GlassConfiguration> generated, GlassReference reference) {
        if (generated.size() < FEWEST_SAMPLES) {
            return List.of();
        }
        Families<GlassConfiguration> families = reference.probe().families(generated);
        List<Comparison> comparisons = new ArrayList<>(BasinComparisons.of(families, reference.quenches()));
        comparisons.addAll(GlassPatternComparisons.of(
                families,
                reference.quenches(),
                reference.probe().liquid().waves().shells()));
        if (reference.quenches().size() > 1) {
            comparisons.add(PairComparisons.of(families, reference.quenches()));
        }
        String source = reference.source() + "; " + generated.size() + " configurations of " + families.size()
                + (families.size() == 1 ? " melt" : " melts");
        Gate byFamilies = Gate.ofFamilies(stage, temperature, families.size(), source);
        List<Judgement> lines =
                new ArrayList<>(comparisons.stream().map(byFamilies::judge).toList());
        List<LiquidConfiguration> single =
                generated.stream().map(GlassConfiguration::thermal).toList();
        lines.add(new Gate(stage, temperature, generated.size(), source)
                .judge(DiffusionComparison.of(reference.probe().liquid(), single)));
        return lines;
    }
}
