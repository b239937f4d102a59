package org.nocturne.core.crystal;

import java.util.Arrays;
import org.nocturne.core.structure.Structure;

/** Answers "which atom is at this place?" in a periodic structure, in constant time, by a grid of cells at least 2 angstrom wide. */
final class AtomIndex {
    private static final int SMALL_GRID = 1000;

    private final Structure structure;
    private final int[] bins = new int[3];
    private final int[] head;
    private final int[] next;
    private final double[] s = new double[3];
    private final double[] d = new double[3];

    AtomIndex(Structure structure) {
        this.structure = structure;
        for (int k = 0; k < 3; k++) {
            bins[k] = Math.max(1, (int) (structure.cell().height(k) / 2));
        }
        coarsen(4L * structure.size() + SMALL_GRID);
        head = new int[bins[0] * bins[1] * bins[2]];
        next = new int[structure.size()];
        Arrays.fill(head, -1);
        for (int i = 0; i < structure.size(); i++) {
            int bin = bin(structure.x(i), structure.y(i), structure.z(i), 0, 0, 0);
            next[i] = head[bin];
            head[bin] = i;
        }
    }

    /** A few atoms in a wide cell do not want a grid for its volume. */
    private void coarsen(long mostBins) {
        while ((long) bins[0] * bins[1] * bins[2] > mostBins) {
            int most = bins[0] >= bins[1] && bins[0] >= bins[2] ? 0 : bins[1] >= bins[2] ? 1 : 2;
            bins[most] = (bins[most] + 1) / 2;
        }
    }

    /** The atom within {@code tolerance} of a position, periodic images included; -1 where there is none. */
    int at(double x, double y, double z, double tolerance) {
        return at(x, y, z, tolerance, -1);
    }

    /** Another atom within {@code tolerance} of this one; -1 where there is none. */
    int beside(int atom, double tolerance) {
        return at(structure.x(atom), structure.y(atom), structure.z(atom), tolerance, atom);
    }

    private int at(double x, double y, double z, double tolerance, int except) {
        for (int a = -1; a <= 1; a++) {
            for (int b = -1; b <= 1; b++) {
                for (int c = -1; c <= 1; c++) {
                    for (int j = head[bin(x, y, z, a, b, c)]; j >= 0; j = next[j]) {
                        d[0] = structure.x(j) - x;
                        d[1] = structure.y(j) - y;
                        d[2] = structure.z(j) - z;
                        structure.cell().minimumImage(d);
                        if (j != except && d[0] * d[0] + d[1] * d[1] + d[2] * d[2] <= tolerance * tolerance) {
                            return j;
                        }
                    }
                }
            }
        }
        return -1;
    }

    /** Whether every atom, moved by this vector, lands on an atom of its own species. */
    boolean mapsOntoItself(double[] translation, double tolerance) {
        for (int i = 0; i < structure.size(); i++) {
            int j = at(
                    structure.x(i) + translation[0],
                    structure.y(i) + translation[1],
                    structure.z(i) + translation[2],
                    tolerance);
            if (j < 0 || structure.species(j) != structure.species(i)) {
                return false;
            }
        }
        return true;
    }

    private int bin(double x, double y, double z, int a, int b, int c) {
        structure.cell().toFractional(x, y, z, s);
        int[] shift = {a, b, c};
        int index = 0;
        for (int k = 0; k < 3; k++) {
            double fraction = s[k] - Math.floor(s[k]);
            int cell = Math.floorMod((int) (fraction * bins[k]) + shift[k], bins[k]);
            index = index * bins[k] + cell;
        }
        return index;
    }
}
