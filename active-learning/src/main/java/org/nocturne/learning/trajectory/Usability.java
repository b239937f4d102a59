package org.nocturne.learning.trajectory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.ensemble.Ensemble;
import org.nocturne.learning.ensemble.Independence;
import org.nocturne.learning.ensemble.Reference;
import org.nocturne.learning.ensemble.Spread;

/**
 * What trajectories held at one temperature can be used for. Forces are local, so some dozen frames of any kind teach them. The spread
 * takes independent configurations: at least two independent trajectories, worth at least 100 independent values of every quantity
 * that {@link Independence} checks, agreeing with each other, with an effective rank as independent frames would have it.
 *
 * @param temperature that was held
 * @param files trajectories that were given
 * @param independent those that are not copies or pieces of each other; they are judged
 * @param frames of these
 * @param forces whether every frame holds forces
 * @param checks one for each quantity
 * @param rank effective rank of the covariance of these frames
 * @param expectedRank what it would be, were they independent: 1/(1/r_inf + 1/M); NaN for one trajectory, which cannot tell r_inf
 */
public record Usability(
        Kelvin temperature,
        int files,
        int independent,
        int frames,
        boolean forces,
        List<Independence> checks,
        double rank,
        double expectedRank) {
    public static final int LEAST_TRAJECTORIES = 2;
    private static final int MOST_FOR_RANK = 1500;
    private static final double RANK_LOW = 0.8;
    private static final double RANK_HIGH = 1.25;

    public Usability {
        checks = List.copyOf(checks);
    }

    /** Judges trajectories that were held at one temperature. */
    public static Usability of(Kelvin temperature, List<Trajectory> held) {
        List<Trajectory> judged = Kinship.independent(held);
        List<Ensemble> ensembles = judged.stream().map(Trajectory::ensemble).toList();
        List<double[]> energies = judged.stream().allMatch(Trajectory::hasEnergies)
                ? judged.stream().map(Trajectory::energiesEv).toList()
                : List.of();
        List<Ensemble> few = ensembles.stream()
                .map(e -> thinned(e, MOST_FOR_RANK / judged.size()))
                .toList();
        Ensemble pooled = Ensemble.pooled(few);
        int[] all = IntStream.range(0, pooled.size()).toArray();
        double own = new Spread(pooled).effectiveRank(all);
        double infinite = Reference.rankAcross(few);
        return new Usability(
                temperature,
                held.size(),
                judged.size(),
                judged.stream().mapToInt(Trajectory::frames).sum(),
                held.stream().allMatch(Trajectory::hasForces),
                Independence.of(ensembles, energies),
                own,
                1 / (1 / infinite + 1.0 / pooled.size()));
    }

    /** Evenly spaced members: the rank costs the square of their number. */
    private static Ensemble thinned(Ensemble all, int most) {
        int stride = Math.max(1, (all.size() + most - 1) / Math.max(1, most));
        return all.only(
                IntStream.range(0, all.size()).filter(k -> k % stride == 0).toArray());
    }

    /** Whether the spread may be taught or judged with these frames. */
    public boolean spread() {
        return reasons().isEmpty();
    }

    /** Why not, the gravest first; empty where it may. */
    public List<String> reasons() {
        List<String> out = new ArrayList<>();
        Independence least = least();
        String these = independent == 1 ? "ONE trajectory" : independent + " trajectories";
        if (!least.isEnough()) {
            out.add(String.format(
                    Locale.ROOT,
                    "%s of %d frames %s worth %.0f independent values of %s %s",
                    these,
                    frames,
                    independent == 1 ? "is" : "in all are",
                    least.effectiveSamples(),
                    independent == 1 ? "its" : "their",
                    least.quantity()));
        }
        if (independent < LEAST_TRAJECTORIES && files > 1) {
            out.add("the " + files + " files are copies or pieces of one trajectory");
        } else if (independent < LEAST_TRAJECTORIES && least.isEnough()) {
            out.add("one trajectory cannot show that another would agree with it");
        }
        checks.stream()
                .filter(c -> c.isEnough() && !c.agrees())
                .max(Comparator.comparingDouble(Independence::rHat))
                .ifPresent(c -> out.add(String.format(
                        Locale.ROOT,
                        "%s do not agree on the %s (R-hat %.2f, at most 1.05 is wanted)",
                        independent == 1 ? "its halves" : "they",
                        c.quantity(),
                        c.rHat())));
        double ratio = rank / expectedRank;
        if (ratio < RANK_LOW || ratio > RANK_HIGH) {
            out.add(String.format(
                    Locale.ROOT,
                    "the covariance has an effective rank of %.0f where independent frames would have %.0f",
                    rank,
                    expectedRank));
        }
        return out;
    }

    /** The quantity of which there is least. */
    public Independence least() {
        return checks.stream()
                .min(Comparator.comparingDouble(Independence::effectiveSamples))
                .orElseThrow();
    }
}
