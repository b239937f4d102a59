package org.nocturne.generator.thermal;

import org.nocturne.core.structure.NeighbourList;

/**
 * The antisymmetric parts of pair force constants, as axial vectors a_ij = -a_ji. The self term of an atom is minus the sum of its blocks and
 * must be symmetric, hence the a_ij of each atom add up to nothing, as a flow without sources does. A cut-off breaks this a little; the least
 * change that restores it takes away a gradient, a_ij - (p_i - p_j), with p from the graph Laplacian by conjugate gradients.
 */
final class TurningParts {
    private static final double TOLERANCE = 1e-12; // relative
    private static final double NOTHING = 1e-12; // eV/angstrom^2, for an atom
    private static final int LONGEST = 2000;

    private TurningParts() {}

    /** Restores the sums in blocks that obey Phi_ij = Phi_ji^T already. */
    static void balance(double[] blocks, NeighbourList neighbours) {
        for (int axis = 0; axis < 3; axis++) {
            int upper = 3 * ((axis + 1) % 3) + (axis + 2) % 3;
            int lower = 3 * ((axis + 2) % 3) + (axis + 1) % 3;
            double[] source = new double[neighbours.atoms()];
            for (int i = 0; i < source.length; i++) {
                for (int k = neighbours.first(i); k < neighbours.first(i) + neighbours.count(i); k++) {
                    source[i] += (blocks[9 * k + upper] - blocks[9 * k + lower]) / 2;
                }
            }
            double[] p = potential(source, neighbours);
            for (int i = 0; i < source.length; i++) {
                for (int k = neighbours.first(i); k < neighbours.first(i) + neighbours.count(i); k++) {
                    double gradient = p[i] - p[neighbours.neighbour(k)];
                    blocks[9 * k + upper] -= gradient;
                    blocks[9 * k + lower] += gradient;
                }
            }
        }
    }

    private static double[] potential(double[] source, NeighbourList neighbours) {
        double[] p = new double[source.length];
        double[] residual = source.clone();
        double[] direction = source.clone();
        double square = Vectors.dot(residual, residual);
        double wanted = Math.max(TOLERANCE * TOLERANCE * square, NOTHING * NOTHING * source.length);
        for (int step = 0; square > wanted && step < LONGEST; step++) {
            double[] image = laplacian(direction, neighbours);
            double length = square / Vectors.dot(direction, image);
            Vectors.add(p, length, direction);
            Vectors.add(residual, -length, image);
            double now = Vectors.dot(residual, residual);
            for (int k = 0; k < direction.length; k++) {
                direction[k] = residual[k] + now / square * direction[k];
            }
            square = now;
        }
        return p;
    }

    private static double[] laplacian(double[] p, NeighbourList neighbours) {
        double[] out = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            for (int k = neighbours.first(i); k < neighbours.first(i) + neighbours.count(i); k++) {
                out[i] += p[i] - p[neighbours.neighbour(k)];
            }
        }
        return out;
    }
}
