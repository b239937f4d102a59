package org.nocturne.core.crystal;

import org.nocturne.core.structure.NeighbourList;
import org.nocturne.core.structure.Structure;

/**
 * Force constants of one structure between neighbours within a cut-off, F_i = sum_j (u_j - u_i) Phi_ij (row vectors), eV/angstrom^2. Written
 * this way the self terms are what a rigid translation asks them to be. H = -dF/du is symmetric if Phi_ij = Phi_ji^T and the antisymmetric
 * parts of the blocks of each atom add up to nothing.
 *
 * @param structure N atoms, at rest
 * @param neighbours of every atom, complete within {@code cutoffAngstrom}
 * @param blocks Phi of each entry of the neighbour list, nine numbers each, row after row
 * @param beyond root mean square of the responses that lay beyond the cut-off and were left out, relative to that of those kept
 */
public record SparseHessian(
        Structure structure, double cutoffAngstrom, NeighbourList neighbours, double[] blocks, double beyond) {

    public SparseHessian {
        int entries = neighbours.first(neighbours.atoms() - 1) + neighbours.count(neighbours.atoms() - 1);
        if (blocks.length != 9 * entries) {
            throw new IllegalArgumentException(
                    blocks.length + " numbers for " + entries + " pairs; wanted are nine for each");
        }
    }

    /** H u = -F, with u of 3N components, atom after atom. */
    public double[] multiply(double[] u) {
        double[] out = new double[u.length];
        for (int i = 0; i < neighbours.atoms(); i++) {
            double x = 0;
            double y = 0;
            double z = 0;
            int end = neighbours.first(i) + neighbours.count(i);
            for (int k = neighbours.first(i); k < end; k++) {
                int j = 3 * neighbours.neighbour(k);
                double dx = u[3 * i] - u[j];
                double dy = u[3 * i + 1] - u[j + 1];
                double dz = u[3 * i + 2] - u[j + 2];
                int b = 9 * k;
                x += dx * blocks[b] + dy * blocks[b + 3] + dz * blocks[b + 6];
                y += dx * blocks[b + 1] + dy * blocks[b + 4] + dz * blocks[b + 7];
                z += dx * blocks[b + 2] + dy * blocks[b + 5] + dz * blocks[b + 8];
            }
            out[3 * i] = x;
            out[3 * i + 1] = y;
            out[3 * i + 2] = z;
        }
        return out;
    }

    /** For each entry i to j of a neighbour list, the entry j to i. */
    public static int[] mirrors(NeighbourList neighbours) {
        int last = neighbours.atoms() - 1;
        int[] out = new int[neighbours.first(last) + neighbours.count(last)];
        for (int i = 0; i <= last; i++) {
            for (int k = neighbours.first(i); k < neighbours.first(i) + neighbours.count(i); k++) {
                out[k] = mirror(neighbours, i, k);
            }
        }
        return out;
    }

    private static int mirror(NeighbourList neighbours, int i, int entry) {
        int j = neighbours.neighbour(entry);
        for (int k = neighbours.first(j); k < neighbours.first(j) + neighbours.count(j); k++) {
            double x = neighbours.dx(k) + neighbours.dx(entry);
            double y = neighbours.dy(k) + neighbours.dy(entry);
            double z = neighbours.dz(k) + neighbours.dz(entry);
            if (neighbours.neighbour(k) == i && x * x + y * y + z * z < 1e-12) {
                return k;
            }
        }
        throw new IllegalStateException("atom " + (j + 1) + " does not list the neighbour " + (i + 1) + " back");
    }
}
