package org.nocturne.core.structure;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many neighbours the atoms have within a cut-off.
 *
 * @param cutoffAngstrom which neighbours count; for a glass the first minimum of g(r)
 * @param atomsWith number of atoms with so many neighbours
 */
public record Coordination(double cutoffAngstrom, Map<Integer, Integer> atomsWith) {

    public Coordination {
        atomsWith = Map.copyOf(atomsWith);
    }

    public static Coordination of(Structure structure, double cutoffAngstrom) {
        NeighbourList near = NeighbourList.of(structure, cutoffAngstrom);
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int i = 0; i < structure.size(); i++) {
            counts.merge(near.count(i), 1, Integer::sum);
        }
        return new Coordination(cutoffAngstrom, counts);
    }

    /** Mean number of neighbours. */
    public double mean() {
        double neighbours = 0;
        for (Map.Entry<Integer, Integer> entry : atomsWith.entrySet()) {
            neighbours += (double) entry.getKey() * entry.getValue();
        }
        return neighbours / atoms();
    }

    /** Share of the atoms that have so many, 0 to 1. */
    public double share(int neighbours) {
        return atomsWith.getOrDefault(neighbours, 0) / (double) atoms();
    }

    private int atoms() {
        return atomsWith.values().stream().mapToInt(Integer::intValue).sum();
    }
}
