package org.nocturne.learning.ledger;

import java.util.ArrayList;
import java.util.List;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.ensemble.Families;
import org.nocturne.learning.ensemble.GlassConfiguration;
import org.nocturne.learning.ensemble.LiquidWaves;

/** What a scattering experiment would see of a glass, shell by shell: S(k) and its variance, which is nearly all between basins. */
final class GlassPatternComparisons {
    private GlassPatternComparisons() {}

    static List<Comparison> of(
            Families<GlassConfiguration> generated,
            Families<GlassConfiguration> quenches,
            List<LiquidWaves.Shell> shells) {
        List<Comparison> out = new ArrayList<>();
        for (LiquidWaves.Shell shell : shells) {
            boolean isLong = shell.equals(shells.get(0));
            out.add(Comparison.ratio(
                    isLong ? Quantity.LONG_STRUCTURE_FACTOR : Quantity.STRUCTURE_FACTOR,
                    shell.name(),
                    generated.mean(c -> shell.mean(c.diffuse())),
                    quenches.mean(c -> shell.mean(c.diffuse()))));
            out.add(Comparison.ratio(
                    isLong ? Quantity.LONG_STRUCTURE_FACTOR_VARIANCE : Quantity.STRUCTURE_FACTOR_VARIANCE,
                    shell.name(),
                    variance(shell, generated),
                    variance(shell, quenches)));
        }
        return out;
    }

    /** Summed over the shell, before any ratio is taken: the variance at one k is itself wildly uncertain. */
    private static Estimate variance(LiquidWaves.Shell shell, Families<GlassConfiguration> of) {
        return of.estimate(families -> {
            double sum = 0;
            for (int k = shell.from(); k < shell.to(); k++) {
                int vector = k;
                sum += families.varianceOf(c -> c.diffuse()[vector]);
            }
            return sum;
        });
    }
}
