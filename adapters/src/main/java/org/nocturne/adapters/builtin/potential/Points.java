package org.nocturne.adapters.builtin.potential;

import java.util.Arrays;
import org.nocturne.core.structure.Cell;

/** The atoms of a cell and those of their images that are near enough to matter. */
final class Points {
    private static final int NONE = -1;
    private static final double NO_SHIFT_ANGSTROM = 1e-6;

    /** The atom that a point is, or is an image of. */
    int[] owner;
    /** Positions of all points. */
    double[] xyz;

    private final Cell cell;
    private final int atoms;
    private final int[] newestImage;
    private int[] olderImage = new int[16];
    private long[] steps = new long[48];
    private double[] shift = new double[48];
    private int images;
    private final double[] fractional = new double[3];

    Points(Cell cell, int atoms) {
        this.cell = cell;
        this.atoms = atoms;
        this.newestImage = new int[atoms];
        Arrays.fill(newestImage, NONE);
        this.owner = new int[atoms];
        Arrays.setAll(owner, i -> i);
        this.xyz = new double[3 * atoms];
    }

    int count() {
        return atoms + images;
    }

    /** The point that is an atom moved by (x, y, z), whole cell vectors to within rounding; made where there is none yet. */
    int at(int atom, double x, double y, double z) {
        if (Math.abs(x) + Math.abs(y) + Math.abs(z) < NO_SHIFT_ANGSTROM) {
            return atom;
        }
        cell.toFractional(x, y, z, fractional);
        long a = Math.round(fractional[0]);
        long b = Math.round(fractional[1]);
        long c = Math.round(fractional[2]);
        for (int k = newestImage[atom]; k != NONE; k = olderImage[k]) {
            if (steps[3 * k] == a && steps[3 * k + 1] == b && steps[3 * k + 2] == c) {
                return atoms + k;
            }
        }
        return add(atom, a, b, c);
    }

    void moveTo(double[] positions) {
        System.arraycopy(positions, 0, xyz, 0, 3 * atoms);
        for (int k = 0; k < images; k++) {
            int j = 3 * owner[atoms + k];
            int p = 3 * (atoms + k);
            xyz[p] = positions[j] + shift[3 * k];
            xyz[p + 1] = positions[j + 1] + shift[3 * k + 1];
            xyz[p + 2] = positions[j + 2] + shift[3 * k + 2];
        }
    }

    private int add(int atom, long a, long b, long c) {
        if (images == olderImage.length) {
            olderImage = Arrays.copyOf(olderImage, 2 * images);
            steps = Arrays.copyOf(steps, 6 * images);
            shift = Arrays.copyOf(shift, 6 * images);
        }
        int k = images++;
        steps[3 * k] = a;
        steps[3 * k + 1] = b;
        steps[3 * k + 2] = c;
        cell.toCartesian(a, b, c, fractional);
        System.arraycopy(fractional, 0, shift, 3 * k, 3);
        olderImage[k] = newestImage[atom];
        newestImage[atom] = k;
        if (count() > owner.length) {
            owner = Arrays.copyOf(owner, 2 * count());
            xyz = Arrays.copyOf(xyz, 3 * owner.length);
        }
        owner[atoms + k] = atom;
        return atoms + k;
    }
}
