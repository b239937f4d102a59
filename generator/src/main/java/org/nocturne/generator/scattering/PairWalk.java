package org.nocturne.generator.scattering;

import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Structure;

/** Visits every pair of atoms once. O(N^2): a linked list pays only when the cut-off is far below half the cell. */
final class PairWalk {
    private PairWalk() {}

    /** One pair i < j: the vector from j to i and its length. */
    @FunctionalInterface
    interface Visitor {
        void pair(int i, int j, double dx, double dy, double dz, double r);
    }

    /** All pairs of a finite cluster; a periodic cell is ignored. */
    static void cluster(Structure structure, Visitor visitor) {
        double[] x = structure.xyzAngstrom();
        for (int i = 0; i < structure.size(); i++) {
            for (int j = i + 1; j < structure.size(); j++) {
                double dx = x[3 * i] - x[3 * j];
                double dy = x[3 * i + 1] - x[3 * j + 1];
                double dz = x[3 * i + 2] - x[3 * j + 2];
                visitor.pair(i, j, dx, dy, dz, Math.sqrt(dx * dx + dy * dy + dz * dz));
            }
        }
    }

    /**
     * Pairs of a periodic cell whose nearest images are closer than {@code rMax}. Rounding the fractional difference finds the
     * nearest image in every cell, skewed ones too, because rMax is at most half of each height: |d| <= h_k/2 keeps the
     * fractional component within one half.
     *
     * @throws IllegalArgumentException if the cell is not fully periodic or too small for rMax
     */
    static void minimumImage(Structure structure, double rMax, Visitor visitor) {
        requireRoom(structure.cell(), rMax);
        double[] h = structure.cell().rows();
        double[] s = fractional(structure);
        for (int i = 0; i < structure.size(); i++) {
            for (int j = i + 1; j < structure.size(); j++) {
                double a = s[3 * i] - s[3 * j];
                double b = s[3 * i + 1] - s[3 * j + 1];
                double c = s[3 * i + 2] - s[3 * j + 2];
                a -= Math.rint(a);
                b -= Math.rint(b);
                c -= Math.rint(c);
                double dx = a * h[0] + b * h[3] + c * h[6];
                double dy = a * h[1] + b * h[4] + c * h[7];
                double dz = a * h[2] + b * h[5] + c * h[8];
                double square = dx * dx + dy * dy + dz * dz;
                if (square < rMax * rMax) {
                    visitor.pair(i, j, dx, dy, dz, Math.sqrt(square));
                }
            }
        }
    }

    static double[] fractional(Structure structure) {
        double[] s = new double[3 * structure.size()];
        double[] one = new double[3];
        for (int i = 0; i < structure.size(); i++) {
            structure.cell().toFractional(structure.x(i), structure.y(i), structure.z(i), one);
            System.arraycopy(one, 0, s, 3 * i, 3);
        }
        return s;
    }

    private static void requireRoom(Cell cell, double rMax) {
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
}
