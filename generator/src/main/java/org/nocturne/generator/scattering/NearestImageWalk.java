package org.nocturne.generator.scattering;

import java.util.Arrays;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Structure;

/**
 * Each pair of a periodic cell with its nearest image. Rounding the fractional difference finds it in every cell, skewed ones too, because the range is
 * at most half of each height: |d| <= h_k/2 keeps the fractional component within one half. O(N^2): linked cells pay only where the range is well below
 * half the cell.
 */
final class NearestImageWalk extends PairWalk {
    private static final int ATOMS_OF_A_PART = 128;

    private final double[] h;

    private NearestImageWalk(SortedAtoms fractional, double[] h, double rMaxAngstrom) {
        super(fractional, rMaxAngstrom);
        this.h = h;
    }

    static NearestImageWalk of(Structure structure, double rMax) {
        requireRoom(structure.cell(), rMax);
        int[] part = new int[structure.size()];
        Arrays.setAll(part, i -> i / ATOMS_OF_A_PART);
        int parts = (structure.size() + ATOMS_OF_A_PART - 1) / ATOMS_OF_A_PART;
        SortedAtoms atoms = new SortedAtoms(parts, part, new SpeciesPairs(structure), fractional(structure));
        return new NearestImageWalk(atoms, structure.cell().rows(), rMax);
    }

    static void requireRoom(Cell cell, double rMax) {
        if (!cell.isFullyPeriodic()) {
            throw new IllegalArgumentException("pairs with minimum image need a cell that is periodic along all three"
                    + " vectors; for a cluster use the Debye sum");
        }
        double half = cell.halfSmallestHeight();
        if (rMax > half * (1 + 1e-12)) {
            throw new IllegalArgumentException("pair cut-off is " + rMax
                    + " angstrom; it must not exceed half the smallest height of the cell, " + half + " angstrom");
        }
    }

    @Override
    int parts() {
        return atoms.blocks();
    }

    @Override
    double pairs() {
        return 0.5 * atoms.size() * atoms.size();
    }

    @Override
    void walk(int part, PairRow row, PairRows taker) {
        int first = atoms.start[part];
        int count = atoms.start[part + 1] - first;
        row.load(atoms, first, count);
        for (int i = first + 1; i < atoms.size(); i++) {
            row.againstNearest(atoms.x[i], atoms.y[i], atoms.z[i], Math.min(count, i - first), h);
            taker.row(i, row);
        }
    }
}
