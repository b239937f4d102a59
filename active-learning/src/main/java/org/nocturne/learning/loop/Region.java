package org.nocturne.learning.loop;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.distribution.discrete.HypergeometricDistribution;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Cause;
import org.nocturne.learning.store.QuarantineTable.Attempted;

/**
 * A range of temperature, from a temperature of the proposals up or down, at which candidates fail for one cause and elsewhere do not.
 *
 * @param failed of so many {@code tried} there, for the cause
 * @param chance of so many or more failures there if failures fall on all candidates alike (Fisher's exact test), times the ranges and
 *     causes that were looked at
 */
record Region(Cause cause, Kelvin from, Kelvin to, int failed, int tried, double chance) {
    private static final int LATEST = 8;
    private static final int MANY = 5;
    private static final double UNLIKELY = 0.01;

    /** What comes from outside says nothing of a temperature. */
    private static final Set<Cause> FROM_OUTSIDE = EnumSet.of(
            Cause.KILLED, Cause.NODE_FAILURE, Cause.PREEMPTED, Cause.CANCELLED, Cause.DISK_FULL, Cause.MISSING_PROGRAM);

    /**
     * The least likely to be one by chance, of those where five of the latest eight failed for the cause; of equals the narrowest.
     *
     * @param tried candidates at their end, oldest first
     */
    static Optional<Region> of(List<Attempted> tried) {
        TreeSet<Double> temperatures =
                tried.stream().map(a -> a.temperature().value()).collect(Collectors.toCollection(TreeSet::new));
        Set<Cause> causes = tried.stream()
                .flatMap(a -> a.failed().stream())
                .filter(cause -> !FROM_OUTSIDE.contains(cause))
                .collect(Collectors.toSet());
        int looked = Math.max(1, 2 * (temperatures.size() - 1) * causes.size());
        return causes.stream()
                .flatMap(cause -> temperatures.stream()
                        .flatMap(cut -> Stream.of(
                                within(tried, cause, cut, temperatures.last(), looked),
                                within(tried, cause, temperatures.first(), cut, looked))))
                .flatMap(Optional::stream)
                .min(Comparator.comparingDouble(Region::chance)
                        .thenComparingDouble(r -> r.to.value() - r.from.value()));
    }

    private static Optional<Region> within(List<Attempted> all, Cause cause, double fromK, double toK, int looked) {
        Predicate<Attempted> fails = a -> a.failed().filter(c -> c == cause).isPresent();
        List<Attempted> here = all.stream()
                .filter(a -> a.temperature().value() >= fromK && a.temperature().value() <= toK)
                .toList();
        List<Attempted> latest = here.subList(Math.max(0, here.size() - LATEST), here.size());
        if (here.size() == all.size() || latest.stream().filter(fails).count() < MANY) {
            return Optional.empty();
        }
        int failed = (int) here.stream().filter(fails).count();
        int failedInAll = (int) all.stream().filter(fails).count();
        double chance = looked
                * new HypergeometricDistribution(all.size(), failedInAll, here.size())
                        .upperCumulativeProbability(failed);
        return chance < UNLIKELY
                ? Optional.of(new Region(cause, Kelvin.of(fromK), Kelvin.of(toK), failed, here.size(), chance))
                : Optional.empty();
    }
}
