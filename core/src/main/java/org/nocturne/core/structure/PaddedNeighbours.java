package org.nocturne.core.structure;

import java.util.Arrays;

/**
 * The neighbours of all atoms within a cut-off as tables of N rows and K places, K the largest number found: what a network is given.
 * No neighbour is left out; empty places hold the atom itself, a mask of 0 and no vector.
 *
 * @param slots K, at least 1
 * @param neighbour N K
 * @param mask N K, 1 present, 0 empty
 * @param vector 3 N K, from the atom to its neighbour, angstrom
 */
public record PaddedNeighbours(int atoms, int slots, int[] neighbour, float[] mask, float[] vector) {

    public static PaddedNeighbours of(Structure structure, double cutoffAngstrom) {
        NeighbourList near = NeighbourList.of(structure, cutoffAngstrom);
        int n = structure.size();
        int k = 1;
        for (int i = 0; i < n; i++) {
            k = Math.max(k, near.count(i));
        }
        PaddedNeighbours out = new PaddedNeighbours(n, k, new int[n * k], new float[n * k], new float[3 * n * k]);
        for (int i = 0; i < n; i++) {
            Arrays.fill(out.neighbour, i * k, (i + 1) * k, i);
            for (int slot = 0; slot < near.count(i); slot++) {
                out.put(i * k + slot, near, near.first(i) + slot);
            }
        }
        return out;
    }

    private void put(int at, NeighbourList near, int entry) {
        neighbour[at] = near.neighbour(entry);
        mask[at] = 1;
        vector[3 * at] = (float) near.dx(entry);
        vector[3 * at + 1] = (float) near.dy(entry);
        vector[3 * at + 2] = (float) near.dz(entry);
    }
}
