package org.nocturne.adapters.builtin.potential;

import org.nocturne.core.structure.NeighbourList;
import org.nocturne.core.structure.Structure;

/**
 * Neighbours of moving atoms: a list that reaches a skin further than the potential and is made anew only when an atom has moved by more
 * than half of it (Verlet, Phys. Rev. 159, 98 (1967)). Neighbours across a periodic boundary are images, points of their own beside the
 * N atoms, so that a difference of two positions is always the vector between them; a cell smaller than the cut-off has several images of
 * an atom, also near the atom itself.
 *
 * <p>Arrays are open to the loops of this package, which are the engine's hot ones.
 */
final class VerletList {
    final int atoms;
    /** Entries of atom i are those from start[i] to start[i + 1] - 1; every pair is seen from both sides. */
    int[] start = new int[0];
    /** Entries from middle[i] on are those of pairs that belong to the other atom, the one with the lower number. */
    int[] middle = new int[0];
    /** The point an entry names. */
    int[] entry = new int[0];
    /** Atoms, then images of atoms. */
    Points points;

    private final Structure around;
    private final double reach;
    private final double halfSkinSquare;
    private final double[] builtAt;
    private boolean built;

    VerletList(Structure around, double cutoffAngstrom, double skinAngstrom) {
        this.around = around;
        this.atoms = around.size();
        this.reach = cutoffAngstrom + skinAngstrom;
        this.halfSkinSquare = skinAngstrom * skinAngstrom / 4;
        this.builtAt = new double[3 * atoms];
        this.points = new Points(around.cell(), atoms);
    }

    /** Brings the atoms to these positions, 3N finite numbers. */
    void moveTo(double[] positions) {
        if (!built || movedTooFar(positions)) {
            build(positions);
            built = true;
        }
        points.moveTo(positions);
    }

    private boolean movedTooFar(double[] positions) {
        for (int i = 0; i < 3 * atoms; i += 3) {
            double x = positions[i] - builtAt[i];
            double y = positions[i + 1] - builtAt[i + 1];
            double z = positions[i + 2] - builtAt[i + 2];
            if (x * x + y * y + z * z > halfSkinSquare) {
                return true;
            }
        }
        return false;
    }

    private void build(double[] positions) {
        NeighbourList near = NeighbourList.of(around.withPositions(positions), reach);
        points = new Points(around.cell(), atoms);
        start = new int[atoms + 1];
        middle = new int[atoms];
        for (int i = 0; i < atoms; i++) {
            start[i + 1] = start[i] + near.count(i);
        }
        entry = new int[start[atoms]];
        for (int i = 0; i < atoms; i++) {
            int own = start[i];
            int others = start[i + 1];
            for (int e = start[i]; e < start[i + 1]; e++) {
                int j = near.neighbour(e);
                int point = points.at(
                        j,
                        near.dx(e) - (positions[3 * j] - positions[3 * i]),
                        near.dy(e) - (positions[3 * j + 1] - positions[3 * i + 1]),
                        near.dz(e) - (positions[3 * j + 2] - positions[3 * i + 2]));
                entry[j >= i ? own++ : --others] = point;
            }
            middle[i] = own;
        }
        System.arraycopy(positions, 0, builtAt, 0, 3 * atoms);
    }
}
