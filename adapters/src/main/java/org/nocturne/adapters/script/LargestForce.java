package org.nocturne.adapters.script;

/** The largest force on an atom. */
final class LargestForce {
    private LargestForce() {}

    /** @param forces x, y, z of each atom */
    static double of(double[] forces) {
        double largest = 0;
        for (int k = 0; k < forces.length; k += 3) {
            largest = Math.max(largest, Math.hypot(Math.hypot(forces[k], forces[k + 1]), forces[k + 2]));
        }
        return largest;
    }
}
