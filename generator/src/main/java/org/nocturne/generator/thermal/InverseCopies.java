package org.nocturne.generator.thermal;

import org.nocturne.core.crystal.Crystal;

/** For every lattice translation of a crystal's cell, the one that undoes it. */
final class InverseCopies {
    private InverseCopies() {}

    static int[] of(Crystal crystal) {
        int[] out = new int[crystal.copies()];
        double[] d = new double[3];
        for (int t = 0; t < out.length; t++) {
            out[t] = -1;
            for (int s = 0; s < out.length && out[t] < 0; s++) {
                for (int axis = 0; axis < 3; axis++) {
                    d[axis] = crystal.translation(t, axis) + crystal.translation(s, axis);
                }
                crystal.structure().cell().minimumImage(d);
                if (Math.abs(d[0]) + Math.abs(d[1]) + Math.abs(d[2]) < 1e-6) {
                    out[t] = s;
                }
            }
            if (out[t] < 0) {
                throw new IllegalStateException("translation " + t + " of the crystal has no inverse");
            }
        }
        return out;
    }
}
