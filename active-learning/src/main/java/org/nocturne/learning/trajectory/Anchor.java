package org.nocturne.learning.trajectory;

import java.util.Locale;
import org.nocturne.core.structure.Structure;

/**
 * Puts a frame of a foreign trajectory around the inherent structure: its origin, its drift and its wrapping are whatever the program
 * that wrote it chose, and only the displacements matter.
 */
public final class Anchor {
    private static final double SAME_CELL_ANGSTROM = 1e-3;
    private static final double LARGEST_SHARE = 0.5;

    private final Structure inherent;
    private final double spacing;

    public Anchor(Structure inherent) {
        this.inherent = inherent;
        this.spacing = Math.cbrt(1 / inherent.numberDensity());
    }

    /**
     * The frame with every atom beside its place, the mean displacement removed.
     *
     * @throws IllegalArgumentException if its atoms or its cell are others, or if it lies so far away that the atoms must be in another
     *     order, or no solid
     */
    public Structure around(Structure frame) {
        same(frame);
        double[] u = new double[3 * frame.size()];
        double[] first = difference(frame, 0, new double[3]);
        double[] mean = new double[3];
        double square = 0;
        for (int i = 0; i < frame.size(); i++) {
            double[] d = difference(frame, i, first);
            for (int k = 0; k < 3; k++) {
                u[3 * i + k] = d[k];
                mean[k] += d[k] / frame.size();
            }
        }
        for (int k = 0; k < u.length; k++) {
            u[k] -= mean[k % 3];
            square += u[k] * u[k] / frame.size();
        }
        if (Math.sqrt(square) > LARGEST_SHARE * spacing) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "atoms lie %.2f angstrom (root mean square) from those of the inherent structure, at a spacing of %.2f: either they"
                            + " are in another order, or this is no solid around it",
                    Math.sqrt(square),
                    spacing));
        }
        return inherent.displaced(u);
    }

    private void same(Structure frame) {
        if (!frame.species().equals(inherent.species())) {
            throw new IllegalArgumentException("holds " + frame.size() + " atoms of " + frame.distinctSpecies()
                    + "; wanted are the " + inherent.size() + " of the inherent structure, "
                    + inherent.distinctSpecies()
                    + ", in its order");
        }
        double[] mine = frame.cell().rows();
        double[] wanted = inherent.cell().rows();
        for (int k = 0; k < 9; k++) {
            if (!(Math.abs(mine[k] - wanted[k]) <= SAME_CELL_ANGSTROM)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "component %s of cell vector %s is %.4f angstrom, in the inherent structure %.4f; wanted is one fixed cell",
                        "xyz".charAt(k % 3),
                        "abc".charAt(k / 3),
                        mine[k],
                        wanted[k]));
            }
        }
    }

    private double[] difference(Structure frame, int i, double[] shift) {
        double[] d = {
            frame.x(i) - inherent.x(i) - shift[0],
            frame.y(i) - inherent.y(i) - shift[1],
            frame.z(i) - inherent.z(i) - shift[2]
        };
        inherent.cell().minimumImage(d);
        return d;
    }
}
