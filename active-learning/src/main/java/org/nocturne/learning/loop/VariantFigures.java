package org.nocturne.learning.loop;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.store.VariantTable.Variant;

/**
 * How far variants have gone from their parents, by which sigma is chosen: means with standard errors over variants, both after the relax step
 * and at rest. Variants of one parent are counted as independent of each other; between libraries the means differ by more.
 *
 * @param count of those that have been measured
 * @param sigmaAngstrom noise they were made with
 * @param energyOverParentEv per atom
 * @param newBonds share of their bonds, 0 to 1
 */
public record VariantFigures(int count, double sigmaAngstrom, Estimate energyOverParentEv, Estimate newBonds) {

    /** Empty where none has been measured. */
    public static Optional<VariantFigures> of(List<Variant> variants) {
        List<Variant> measured =
                variants.stream().filter(v -> v.newBonds() != null).toList();
        return measured.isEmpty()
                ? Optional.empty()
                : Optional.of(new VariantFigures(
                        measured.size(),
                        measured.get(0).sigmaAngstrom(),
                        mean(measured, Variant::energyOverParentEv),
                        mean(measured, Variant::newBonds)));
    }

    private static Estimate mean(List<Variant> measured, Function<Variant, @Nullable Double> value) {
        return Estimate.meanOf(measured.stream()
                .mapToDouble(v -> Objects.requireNonNull(value.apply(v)))
                .toArray());
    }

    /** "+14.7+-2.4meV/atom"; the error is left out where one value tells of none. */
    Fields tell(Fields fields) {
        return fields.estimate("dE", "%+.1f", "%.1f", energyOverParentEv, 1000, "meV/atom")
                .estimate("newbonds", "%.1f", "%.1f", newBonds, 100, "%");
    }
}
