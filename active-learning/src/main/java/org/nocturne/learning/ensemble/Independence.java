package org.nocturne.learning.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether MD may count as equilibrium data at one temperature, for each quantity that is checked: the potential energy on its dense
 * series, and on the frames the mean square displacement and the power of the longest waves, which forget last.
 *
 * @param quantity what was checked
 * @param rHat split rank-normalised R-hat; 1.05 is the limit
 * @param effectiveSamples the series are worth this many independent values; 100 is the least
 */
public record Independence(String quantity, double rHat, double effectiveSamples) {
    public static final double HIGHEST_R_HAT = 1.05;
    public static final double LEAST_SAMPLES = 100;

    /** One line for each quantity. */
    public static List<Independence> of(Reference reference) {
        return of(reference.frames(), reference.energiesEv());
    }

    /**
     * One line for each quantity.
     *
     * @param frames of each replica
     * @param energiesEv series of each replica; empty where energies are not known, and then they are not checked
     */
    public static List<Independence> of(List<Ensemble> frames, List<double[]> energiesEv) {
        List<Independence> out = new ArrayList<>();
        if (!energiesEv.isEmpty()) {
            out.add(of("energy", energiesEv));
        }
        out.add(of(
                "mean square displacement",
                frames.stream().map(f -> f.each(Configuration::meanSquare)).toList()));
        out.add(of(
                "longest waves",
                frames.stream()
                        .map(f -> f.each(c -> c.waves()[0] + 2 * c.waves()[1]))
                        .toList()));
        return out;
    }

    /** Of a liquid: the energy, and S(k) of the longest waves. */
    public static List<Independence> of(LiquidReference reference) {
        LiquidWaves.Shell longest = reference.probe().waves().shells().get(0);
        return List.of(
                of("energy", reference.energiesEv()),
                of(
                        "S(k) of the longest waves",
                        reference.frames().stream()
                                .map(frames -> frames.stream()
                                        .mapToDouble(c -> longest.mean(c.diffuse()))
                                        .toArray())
                                .toList()));
    }

    private static Independence of(String quantity, List<double[]> series) {
        return new Independence(quantity, Chains.splitRHat(series), Chains.effectiveSamples(series));
    }

    /** Whether the replicas agree with each other and each with itself. */
    public boolean agrees() {
        return rHat <= HIGHEST_R_HAT;
    }

    public boolean isEnough() {
        return effectiveSamples >= LEAST_SAMPLES;
    }

    /** In words, for a person. */
    public String verdict() {
        if (!isEnough()) {
            return String.format(
                    Locale.ROOT, "undecided: worth %.0f independent values, 100 are wanted", effectiveSamples);
        }
        return agrees() ? "pass" : String.format(Locale.ROOT, "fail: R-hat %.3f, at most 1.05 is wanted", rHat);
    }
}
