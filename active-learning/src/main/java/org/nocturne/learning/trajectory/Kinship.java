package org.nocturne.learning.trajectory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nocturne.learning.ensemble.Configuration;
import org.nocturne.learning.ensemble.Ensemble;

/**
 * Which trajectories are independent. Two are not where their displacements go together frame by frame (copies, or runs under one
 * seed, which synchronise), or where one begins as the other ends (pieces of one run): cosine between displacement fields above 0.5,
 * which for independent fields of some dozen effective dimensions is out of reach.
 */
final class Kinship {
    private static final double HIGHEST_COSINE = 0.5;

    private Kinship() {}

    /** The longest of each family, in the order given. */
    static List<Trajectory> independent(List<Trajectory> all) {
        List<Ensemble> ensembles = all.stream().map(Trajectory::ensemble).toList();
        List<Integer> byLength = new ArrayList<>();
        for (int k = 0; k < all.size(); k++) {
            byLength.add(k);
        }
        byLength.sort(Comparator.comparingInt(k -> -all.get(k).frames()));
        List<Integer> kept = new ArrayList<>();
        List<List<Integer>> families = new ArrayList<>();
        for (int k : byLength) {
            List<List<Integer>> mine = families.stream()
                    .filter(f -> f.stream().anyMatch(j -> related(ensembles.get(j), ensembles.get(k))))
                    .toList();
            List<Integer> joined =
                    new ArrayList<>(mine.stream().flatMap(List::stream).toList());
            joined.add(k);
            families.removeAll(mine);
            families.add(joined);
        }
        families.forEach(f -> kept.add(
                f.stream().min(Comparator.comparingInt(byLength::indexOf)).orElseThrow()));
        return kept.stream().sorted().map(all::get).toList();
    }

    private static boolean related(Ensemble a, Ensemble b) {
        int both = Math.min(a.size(), b.size());
        double together = 0;
        for (int k = 0; k < both; k++) {
            together += cosine(a.get(k), b.get(k)) / both;
        }
        return together > HIGHEST_COSINE
                || cosine(a.get(a.size() - 1), b.get(0)) > HIGHEST_COSINE
                || cosine(b.get(b.size() - 1), a.get(0)) > HIGHEST_COSINE;
    }

    private static double cosine(Configuration a, Configuration b) {
        double norm = Math.sqrt(a.dot(a) * b.dot(b));
        return norm == 0 ? 1 : a.dot(b) / norm;
    }
}
