package org.nocturne.generator.scattering;

import org.nocturne.core.structure.Structure;

/**
 * All pairs of a cluster, block against block: the distances of two blocks lie close together, so that what is counted by distance stays in the
 * processor's cache.
 */
final class ClusterWalk extends PairWalk {
    private static final double ATOMS_OF_A_BLOCK = 128;

    /** A block holds the atoms of one kind after those of the other. */
    private final int kinds;

    private ClusterWalk(SortedAtoms atoms, int kinds) {
        super(atoms, Double.POSITIVE_INFINITY);
        this.kinds = kinds;
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
        for (int i = 0; i < block.length; i++) {
            block[i] = block[i] * species.kinds() + species.kind(i);
        }
        return new ClusterWalk(new SortedAtoms(side * side * side * species.kinds(), block, xyz), species.kinds());
    }

    @Override
    int parts() {
        return atoms.blocks() / kinds;
    }

    @Override
    double pairs() {
        return 0.5 * atoms.size() * atoms.size();
    }

    /** A block with all before it and with itself. */
    @Override
    void walk(int block, PairRow row, PairRows taker) {
        int begin = atoms.start[block * kinds];
        int end = atoms.start[(block + 1) * kinds];
        for (int other = 0; other <= block; other++) {
            for (int i = atoms.start[other * kinds]; i < atoms.start[(other + 1) * kinds]; i++) {
                for (int first = Math.max(begin, i + 1); first < end; first += PairRow.LONGEST) {
                    row.fill(atoms.x[i], atoms.y[i], atoms.z[i], atoms, first, Math.min(end - first, PairRow.LONGEST));
                    taker.row(i, first, row);
                }
            }
        }
    }
}
