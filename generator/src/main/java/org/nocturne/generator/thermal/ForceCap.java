package org.nocturne.generator.thermal;

import java.util.Arrays;

/** Shortens the force on an atom to a largest length, and counts how often: a Gaussian proposal can bring two atoms too close. */
final class ForceCap {
    private final double longestEvPerAngstrom;
    private long shortened;
    private long seen;

    /** @param longestEvPerAngstrom infinite for no cap at all */
    ForceCap(double longestEvPerAngstrom) {
        this.longestEvPerAngstrom = longestEvPerAngstrom;
    }

    double[] of(double[] forces) {
        double[] out = Arrays.copyOf(forces, forces.length);
        for (int k = 0; k < out.length; k += 3) {
            double length = Math.sqrt(out[k] * out[k] + out[k + 1] * out[k + 1] + out[k + 2] * out[k + 2]);
            seen++;
            if (length > longestEvPerAngstrom) {
                shortened++;
                for (int axis = 0; axis < 3; axis++) {
                    out[k + axis] *= longestEvPerAngstrom / length;
                }
            }
        }
        return out;
    }

    double share() {
        return seen == 0 ? 0 : (double) shortened / seen;
    }
}
