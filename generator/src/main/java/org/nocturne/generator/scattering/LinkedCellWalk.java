package org.nocturne.generator.scattering;

import java.util.ArrayList;
import java.util.List;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Structure;

/**
 * Pairs of a periodic cell by linked cells (Allen and Tildesley, Computer Simulation of Liquids, 2nd ed., section 5.3.2), each half as wide as the range: O(N)
 * at one density. A linked cell is paired with itself and with one of each two opposite neighbours, so every pair is seen once.
 */
final class LinkedCellWalk extends PairWalk {
    /** Linked cells to the range: more of them follow the sphere more closely, but the rows become short. */
    private static final int PER_RANGE = 2;

    private static final List<int[]> NEIGHBOURS = halfOfTheNeighbours();

    private final Cell cell;
    private final int[] counts;

    private LinkedCellWalk(SortedAtoms atoms, Cell cell, double rMaxAngstrom, int[] counts) {
        super(atoms, rMaxAngstrom);
        this.cell = cell;
        this.counts = counts;
    }

    /** Whether a neighbour to the right is another one than any to the left. */
    static boolean fits(Cell cell, double rMax) {
        if (!cell.isFullyPeriodic()) {
            return false;
        }
        for (int count : counts(cell, rMax)) {
            if (count < 2 * PER_RANGE + 1) {
                return false;
            }
        }
        return true;
    }

    private static int[] counts(Cell cell, double rMax) {
        int[] counts = new int[3];
        for (int k = 0; k < 3; k++) {
            counts[k] = (int) Math.floor(cell.height(k) / rMax * PER_RANGE);
        }
        return counts;
    }

    static LinkedCellWalk of(Structure structure, double rMax) {
        Cell cell = structure.cell();
        int[] counts = counts(cell, rMax);
        double[] s = fractional(structure);
        int[] block = new int[structure.size()];
        for (int i = 0; i < block.length; i++) {
            for (int k = 0; k < 3; k++) {
                double inside = s[3 * i + k] - Math.floor(s[3 * i + k]);
                s[3 * i + k] = inside;
                block[i] = block[i] * counts[k] + Math.min(counts[k] - 1, (int) (inside * counts[k]));
            }
        }
        return new LinkedCellWalk(
                new SortedAtoms(
                        counts[0] * counts[1] * counts[2], block, new SpeciesPairs(structure), cartesian(cell, s)),
                cell,
                rMax,
                counts);
    }

    private static double[] cartesian(Cell cell, double[] s) {
        double[] h = cell.rows();
        double[] xyz = new double[s.length];
        for (int i = 0; i < s.length; i += 3) {
            for (int axis = 0; axis < 3; axis++) {
                xyz[i + axis] = s[i] * h[axis] + s[i + 1] * h[3 + axis] + s[i + 2] * h[6 + axis];
            }
        }
        return xyz;
    }

    /** One of each two opposite steps to a linked cell that can hold an atom in range. */
    private static List<int[]> halfOfTheNeighbours() {
        List<int[]> steps = new ArrayList<>();
        for (int a = 0; a <= PER_RANGE; a++) {
            for (int b = a == 0 ? 0 : -PER_RANGE; b <= PER_RANGE; b++) {
                for (int c = a == 0 && b == 0 ? 1 : -PER_RANGE; c <= PER_RANGE; c++) {
                    steps.add(new int[] {a, b, c});
                }
            }
        }
        return steps;
    }

    @Override
    int parts() {
        return atoms.blocks();
    }

    @Override
    double pairs() {
        return 0.5 * atoms.size() * atoms.size() / cell.volume() * 4 * Math.PI / 3 * Math.pow(rMaxAngstrom, 3);
    }

    @Override
    void walk(int block, PairRow row, PairRows taker) {
        double[] h = cell.rows();
        int[] at = {block / (counts[1] * counts[2]), block / counts[2] % counts[1], block % counts[2]};
        double[] none = new double[3];
        pair(block, block, none, row, taker);
        for (int[] step : NEIGHBOURS) {
            double[] shift = new double[3];
            int other = 0;
            for (int k = 0; k < 3; k++) {
                int to = at[k] + step[k];
                int images = Math.floorDiv(to, counts[k]);
                for (int axis = 0; axis < 3; axis++) {
                    shift[axis] += images * h[3 * k + axis];
                }
                other = other * counts[k] + to - images * counts[k];
            }
            pair(block, other, shift, row, taker);
        }
    }

    /** The atoms of a linked cell with those of another that stands {@code shift} further on; with its own, each pair once. */
    private void pair(int block, int other, double[] shift, PairRow row, PairRows taker) {
        int end = atoms.start[other + 1];
        for (int first = atoms.start[other]; first < end; first += PairRow.LONGEST) {
            int count = Math.min(end - first, PairRow.LONGEST);
            row.load(atoms, first, count);
            for (int i = atoms.start[block]; i < atoms.start[block + 1]; i++) {
                int met = block == other ? Math.min(count, i - first) : count;
                if (met > 0) {
                    row.against(atoms.x[i] - shift[0], atoms.y[i] - shift[1], atoms.z[i] - shift[2], met);
                    taker.row(i, row);
                }
            }
        }
    }
}
