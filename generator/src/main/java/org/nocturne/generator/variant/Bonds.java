package org.nocturne.generator.variant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nocturne.core.structure.NeighbourList;
import org.nocturne.core.structure.Structure;

/**
 * Who is bonded to whom: pairs of atoms nearer than a cut-off, for a glass the first minimum of g(r). Two structures are compared by the
 * names of their atoms, so cells should be at least two cut-offs wide.
 */
public final class Bonds {
    private static final double CUTOFF_OVER_NEAREST = 1.25;

    private final Set<Long> pairs;

    private Bonds(Set<Long> pairs) {
        this.pairs = pairs;
    }

    public static Bonds of(Structure structure, double cutoffAngstrom) {
        return ofCopies(structure, structure.size(), cutoffAngstrom).get(0);
    }

    /**
     * A cut-off for those who do not know the first minimum of g(r): 5/4 of the mean distance to the nearest neighbour, angstrom. Of four-fold
     * silicon it is 2.94 where the minimum lies near 2.9.
     */
    public static double usualCutoffAngstrom(Structure structure) {
        NeighbourList near = NeighbourList.of(structure, 2 * Math.cbrt(1 / structure.numberDensity()));
        double sum = 0;
        int atoms = 0;
        for (int i = 0; i < structure.size(); i++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int entry = near.first(i); entry < near.first(i + 1); entry++) {
                nearest = Math.min(nearest, near.distance(entry));
            }
            if (Double.isFinite(nearest)) {
                sum += nearest;
                atoms++;
            }
        }
        return CUTOFF_OVER_NEAREST * sum / atoms;
    }

    /**
     * The bonds of each copy in a tiled structure, under the names of the atoms of the one that was tiled ({@link Structure#repeated}):
     * two copies that are alike have the same, also across their borders.
     */
    public static List<Bonds> ofCopies(Structure tiled, int atomsOfOne, double cutoffAngstrom) {
        if (tiled.size() % atomsOfOne != 0) {
            throw new IllegalArgumentException(
                    tiled.size() + " atoms are no whole number of copies of " + atomsOfOne + " atoms");
        }
        NeighbourList near = NeighbourList.of(tiled, cutoffAngstrom);
        List<Bonds> out = new ArrayList<>();
        for (int first = 0; first < tiled.size(); first += atomsOfOne) {
            Set<Long> pairs = new HashSet<>();
            for (int i = 0; i < atomsOfOne; i++) {
                for (int entry = near.first(first + i); entry < near.first(first + i + 1); entry++) {
                    pairs.add((long) i * atomsOfOne + near.neighbour(entry) % atomsOfOne);
                }
            }
            out.add(new Bonds(pairs));
        }
        return out;
    }

    /** Share of these bonds that are not among the others, 0 to 1; 0 where there are none at all. */
    public double shareNotIn(Bonds others) {
        if (pairs.isEmpty()) {
            return 0;
        }
        return pairs.stream().filter(pair -> !others.pairs.contains(pair)).count() / (double) pairs.size();
    }

    /** The mean of {@link #shareNotIn} over all ordered pairs of copies; 0 for one copy. */
    public static double shareBetween(List<Bonds> copies) {
        double sum = 0;
        for (Bonds one : copies) {
            for (Bonds other : copies) {
                sum += one.shareNotIn(other);
            }
        }
        return copies.size() < 2 ? 0 : sum / (copies.size() * (copies.size() - 1.0));
    }
}
