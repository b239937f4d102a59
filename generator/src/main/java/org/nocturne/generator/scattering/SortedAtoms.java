package org.nocturne.generator.scattering;

/** Atoms in the order of the blocks of a grid, so that those which lie together in space lie together in memory. */
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
    SortedAtoms(int blocks, int[] blockOf, double[] xyz) {
        int n = blockOf.length;
        start = new int[blocks + 1];
        for (int block : blockOf) {
            start[block + 1]++;
        }
        for (int b = 0; b < blocks; b++) {
            start[b + 1] += start[b];
        }
        int[] next = start.clone();
        order = new int[n];
        for (int i = 0; i < n; i++) {
            order[next[blockOf[i]]++] = i;
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
