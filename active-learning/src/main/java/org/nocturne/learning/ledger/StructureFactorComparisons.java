package org.nocturne.learning.ledger;

import java.util.ArrayList;
import java.util.List;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.ensemble.LiquidConfiguration;
import org.nocturne.learning.ensemble.LiquidReference;
import org.nocturne.learning.ensemble.LiquidWaves;
import org.nocturne.learning.ensemble.Resampling;

/** What a scattering experiment would see of a liquid, shell by shell: the mean of S(k) and its variance from configuration to configuration. */
final class StructureFactorComparisons {
    private static final int BLOCKS = 20;
    private static final int BLOCKS_OF_A_REPLICA = 5; // S(k) of a liquid is forgotten within some picoseconds
    private static final String LAW = "the exponential law of a Gaussian field, Var S(k) = <S(k)>^2; no MD";

    private StructureFactorComparisons() {}

    static List<Comparison> of(List<LiquidConfiguration> generated, LiquidReference reference) {
        List<Comparison> out = new ArrayList<>();
        Intensities mine = new Intensities(generated);
        Intensities theirs = new Intensities(reference.pooled());
        List<LiquidWaves.Shell> shells = reference.probe().waves().shells();
        for (LiquidWaves.Shell shell : shells) {
            boolean isLong = shell.equals(shells.get(0));
            out.add(mean(
                    isLong ? Quantity.LONG_STRUCTURE_FACTOR : Quantity.STRUCTURE_FACTOR, shell, generated, reference));
            out.add(Comparison.ratio(
                    isLong ? Quantity.LONG_STRUCTURE_FACTOR_VARIANCE : Quantity.STRUCTURE_FACTOR_VARIANCE,
                    shell.name(),
                    variance(shell, mine, BLOCKS),
                    variance(
                            shell,
                            theirs,
                            BLOCKS_OF_A_REPLICA * reference.frames().size())));
        }
        out.add(law(shells, mine));
        return out;
    }

    private static Comparison mean(
            Quantity quantity,
            LiquidWaves.Shell shell,
            List<LiquidConfiguration> generated,
            LiquidReference reference) {
        return Comparison.ratio(
                quantity,
                shell.name(),
                Estimate.meanOf(means(shell, generated)),
                Estimate.meanOf(
                        reference.frames().stream().map(r -> means(shell, r)).toList()));
    }

    private static double[] means(LiquidWaves.Shell shell, List<LiquidConfiguration> frames) {
        return frames.stream().mapToDouble(c -> shell.mean(c.diffuse())).toArray();
    }

    /** Summed over the shell, before any ratio is taken: the variance at one k is itself wildly uncertain. */
    private static Estimate variance(LiquidWaves.Shell shell, Intensities of, int blocks) {
        return new Estimate(
                of.variance(of.all(), shell.from(), shell.to()),
                Resampling.jackknife(of.size(), blocks, kept -> of.variance(kept, shell.from(), shell.to())));
    }

    /**
     * At each k the density of a large liquid is a sum over many regions that know little of each other, a Gaussian field, so that S(k) is
     * exponential (Goodman, Statistical Optics, 1985, section 2.9 has the same of speckle). Configurations that depend on each other show too little.
     */
    private static Comparison law(List<LiquidWaves.Shell> shells, Intensities mine) {
        double value = ofLaw(shells, mine, mine.all());
        double error = Resampling.jackknife(mine.size(), BLOCKS, kept -> ofLaw(shells, mine, kept));
        return new Comparison(Quantity.GAUSSIAN_LAW, "", new Estimate(value, error), 0, LAW);
    }

    /** Every shell counts alike, whatever S(k) it has. */
    private static double ofLaw(List<LiquidWaves.Shell> shells, Intensities mine, int[] members) {
        return shells.stream()
                .mapToDouble(shell -> mine.variance(members, shell.from(), shell.to())
                        / mine.squaredMean(members, shell.from(), shell.to()))
                .average()
                .orElseThrow();
    }
}
