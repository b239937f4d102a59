package org.nocturne.generator.scattering;

import org.nocturne.core.structure.Structure;

/**
 * All pairs of a cluster, block against block: the distances of two blocks lie close together, so that what is counted by distance stays in the
 * processor's cache.
 */
final class ClusterWalk extends PairWalk {
    private static final double ATOMS_OF_A_BLOCK = 256;

    private ClusterWalk(SortedAtoms atoms) {
        super(atoms, Double.POSITIVE_INFINITY);
    }

    static ClusterWalk of(Structure structure) {
        SpeciesPairs species = new SpeciesPairs(structure);
        double[] xyz = structure.xyzAngstrom();
        int side = (int) Math.ceil(Math.cbrt(structure.size() / ATOMS_OF_A_BLOCK));
        int[] block = new int[structure.size()];
        for (int axis = 0; axis < 3; axis++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int k = axis; k < xyz.length; k += 3) {
                low = Math.min(low, xyz[k]);
                high = Math.max(high, xyz[k]);
            }
            double perAngstrom = high > low ? side / (high - low) : 0;
            for (int i = 0; i < block.length; i++) {
                block[i] = block[i] * side + Math.min(side - 1, (int) ((xyz[3 * i + axis] - low) * perAngstrom));
            }
        }
        return new ClusterWalk(new SortedAtoms(side * side * side, block, species, xyz));
    }

    @Override
    int parts() {
        return atoms.blocks();
    }

    @Override
    double pairs() {
        return 0.5 * atoms.size() * atoms.size();
    }

    /** A block with all before it and with itself. */
    @Override
    void walk(int block, PairRow row, PairRows taker) {
        int end = atoms.start[block + 1];
        for (int first = atoms.start[block]; first < end; first += PairRow.LONGEST) {
            int count = Math.min(end - first, PairRow.LONGEST);
            row.load(atoms, first, count);
            for (int i = 0; i < first; i++) {
                take(i, count, row, taker);
            }
            for (int i = first + 1; i < first + count; i++) {
                take(i, i - first, row, taker);
            }
        }
    }

    private void take(int i, int count, PairRow row, PairRows taker) {
        row.against(atoms.x[i], atoms.y[i], atoms.z[i], count);
        taker.row(i, row);
    }
}
