package org.nocturne.generator.scattering;

/**
 * Atoms in the order of the blocks of a grid, so that those which lie together in space lie together in memory; in a block those of one kind after those
 * of the other.
 */
final class SortedAtoms {
    /** Index in the structure of each. */
    final int[] order;

    final double[] x;
    final double[] y;
    final double[] z;
    /** Block b holds start[b] to start[b + 1] - 1. */
    final int[] start;

    /**
     * @param blockOf block of each atom
     * @param xyz coordinates, three for each atom
     */
    SortedAtoms(int blocks, int[] blockOf, SpeciesPairs species, double[] xyz) {
        int n = blockOf.length;
        int kinds = species.kinds();
        int[] next = new int[blocks * kinds + 1];
        for (int i = 0; i < n; i++) {
            next[blockOf[i] * kinds + species.kind(i) + 1]++;
        }
        for (int b = 1; b < next.length; b++) {
            next[b] += next[b - 1];
        }
        start = new int[blocks + 1];
        for (int b = 0; b <= blocks; b++) {
            start[b] = next[b * kinds];
        }
        order = new int[n];
        for (int i = 0; i < n; i++) {
            order[next[blockOf[i] * kinds + species.kind(i)]++] = i;
        }
        x = new double[n];
        y = new double[n];
        z = new double[n];
        for (int a = 0; a < n; a++) {
            x[a] = xyz[3 * order[a]];
            y[a] = xyz[3 * order[a] + 1];
            z[a] = xyz[3 * order[a] + 2];
        }
    }

    int blocks() {
        return start.length - 1;
    }

    int size() {
        return order.length;
    }
}
