package org.nocturne.learning.audit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nocturne.core.work.Method;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.ensemble.Resampling;
import org.nocturne.learning.store.Specimen;

/**
 * How far two methods are apart on structures of one origin. Errors are by jackknife over structures, since the atoms of one structure are
 * not independent of each other.
 *
 * @param pairs that are compared
 */
public record MethodComparison(List<LabelPair> pairs) {
    public MethodComparison {
        pairs = List.copyOf(pairs);
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("nothing is compared; at least one structure is wanted");
        }
    }

    /** One for each origin and pair of methods: labels of different methods are never mixed. */
    public static List<MethodComparison> of(List<LabelPair> pairs) {
        record Kind(Specimen.Origin origin, Method first, Method second) {}
        Map<Kind, List<LabelPair>> groups = pairs.stream()
                .collect(Collectors.groupingBy(
                        pair -> new Kind(pair.specimen().origin(), pair.firstMethod(), pair.secondMethod()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return groups.values().stream().map(MethodComparison::new).toList();
    }

    public Specimen.Origin origin() {
        return pairs.get(0).specimen().origin();
    }

    public Method first() {
        return pairs.get(0).firstMethod();
    }

    public Method second() {
        return pairs.get(0).secondMethod();
    }

    public int structures() {
        return pairs.size();
    }

    /** Atoms whose forces are compared. */
    public int atoms() {
        return pairs.stream().mapToInt(pair -> pair.specimen().compared()).sum();
    }

    /** Root mean square difference of a force component, eV/angstrom. */
    public Estimate forceDifference() {
        return estimate(which -> forces(which).rms());
    }

    /** The same over the root mean square force of the second method. */
    public Estimate relativeForceDifference() {
        return estimate(which -> forces(which).relative());
    }

    /** Root mean square of a force component by the second method, eV/angstrom. */
    public double rmsForce() {
        return forces(all()).rmsOfSecond();
    }

    /**
     * By how much the energies an atom of two methods differ beyond a constant, whose best value is the mean: the standard deviation of
     * the difference, eV an atom. Empty for environments, whose energies are as much those of their surfaces, and for a single structure.
     */
    public Optional<Estimate> energyDifference() {
        return origin() == Specimen.Origin.ENVIRONMENT || pairs.size() < 2
                ? Optional.empty()
                : Optional.of(estimate(this::energySpread));
    }

    /** Structures that differ most, the worst first. */
    public List<LabelPair> worst(int most) {
        return pairs.stream()
                .sorted(Comparator.comparingDouble(
                                (LabelPair pair) -> pair.forces().rms())
                        .reversed())
                .limit(most)
                .toList();
    }

    private interface Statistic {
        double of(int[] which);
    }

    private Estimate estimate(Statistic statistic) {
        return new Estimate(statistic.of(all()), Resampling.jackknife(pairs.size(), pairs.size(), statistic::of));
    }

    private int[] all() {
        return java.util.stream.IntStream.range(0, pairs.size()).toArray();
    }

    private ForceDifference forces(int[] which) {
        return Arrays.stream(which)
                .mapToObj(k -> pairs.get(k).forces())
                .reduce(ForceDifference.NONE, ForceDifference::and);
    }

    /** With the degree of freedom that the constant takes. */
    private double energySpread(int[] which) {
        double[] differences = Arrays.stream(which)
                .mapToDouble(k -> pairs.get(k).energyPerAtom())
                .toArray();
        double mean = Arrays.stream(differences).average().orElse(Double.NaN);
        double sum =
                Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum();
        return Math.sqrt(sum / (differences.length - 1));
    }
}
