package org.nocturne.adapters.builtin.potential;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
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
    /** The point an entry names: an atom below {@link #atoms}, an image from there on. */
    int[] entry = new int[0];
    /** The atom that a point is, or is an image of. */
    int[] owner;
    /** Positions of all points. */
    double[] xyz;

    private final Structure around;
    private final double reach;
    private final double halfSkinSquare;
    private final double[] builtAt;
    private double[] shift = new double[0];
    private int points;
    private long builds;

    VerletList(Structure around, double cutoffAngstrom, double skinAngstrom) {
        this.around = around;
        this.atoms = around.size();
        this.reach = cutoffAngstrom + skinAngstrom;
        this.halfSkinSquare = skinAngstrom * skinAngstrom / 4;
        this.builtAt = new double[3 * atoms];
        this.xyz = new double[3 * atoms];
        this.owner = new int[atoms];
    }

    /** Brings the atoms to these positions, of which 3N are finite. */
    void moveTo(double[] positions) {
        if (builds == 0 || movedTooFar(positions)) {
            build(positions);
        }
        System.arraycopy(positions, 0, xyz, 0, 3 * atoms);
        for (int p = atoms; p < points; p++) {
            int j = 3 * owner[p];
            int image = 3 * (p - atoms);
            for (int k = 0; k < 3; k++) {
                xyz[3 * p + k] = positions[j + k] + shift[image + k];
            }
        }
    }

    /** How often the list has been made. */
    long builds() {
        return builds;
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
        start = new int[atoms + 1];
        for (int i = 0; i < atoms; i++) {
            start[i + 1] = start[i] + near.count(i);
        }
        entry = new int[start[atoms]];
        points = atoms;
        owner = Arrays.copyOf(owner, atoms);
        for (int i = 0; i < atoms; i++) {
            owner[i] = i;
        }
        Map<Image, Integer> images = new HashMap<>();
        for (int i = 0; i < atoms; i++) {
            for (int e = start[i]; e < start[i + 1]; e++) {
                entry[e] = point(positions, i, near, e, images);
            }
        }
        xyz = new double[3 * points];
        System.arraycopy(positions, 0, builtAt, 0, 3 * atoms);
        builds++;
    }

    /** The vector of an entry is x_j - x_i plus whole cell vectors; without any it is the atom, with some an image. */
    private int point(double[] positions, int i, NeighbourList near, int e, Map<Image, Integer> images) {
        int j = near.neighbour(e);
        double x = near.dx(e) - (positions[3 * j] - positions[3 * i]);
        double y = near.dy(e) - (positions[3 * j + 1] - positions[3 * i + 1]);
        double z = near.dz(e) - (positions[3 * j + 2] - positions[3 * i + 2]);
        if (Math.abs(x) + Math.abs(y) + Math.abs(z) < 1e-6) {
            return j;
        }
        double[] s = new double[3];
        around.cell().toFractional(x, y, z, s);
        Image image = new Image(j, Math.round(s[0]), Math.round(s[1]), Math.round(s[2]));
        return images.computeIfAbsent(image, this::place);
    }

    private int place(Image image) {
        double[] vector = new double[3];
        around.cell().toCartesian(image.a, image.b, image.c, vector);
        int number = points - atoms;
        if (points == owner.length) {
            owner = Arrays.copyOf(owner, 2 * points);
        }
        if (3 * number == shift.length) {
            shift = Arrays.copyOf(shift, Math.max(48, 2 * shift.length));
        }
        System.arraycopy(vector, 0, shift, 3 * number, 3);
        owner[points] = image.atom;
        return points++;
    }

    private record Image(int atom, long a, long b, long c) {}
}
