package org.nocturne.adapters.builtin.potential;

/** Sums of forces and virials. */
final class Vectors {
    private Vectors() {}

    /**
     * Atom j, at the vector (x, y, z) from atom i, feels the force (fx, fy, fz), and i its opposite.
     */
    static void push(
            int i,
            int j,
            double x,
            double y,
            double z,
            double fx,
            double fy,
            double fz,
            double[] forces,
            double[] virial) {
        forces[3 * j] += fx;
        forces[3 * j + 1] += fy;
        forces[3 * j + 2] += fz;
        forces[3 * i] -= fx;
        forces[3 * i + 1] -= fy;
        forces[3 * i + 2] -= fz;
        virial[0] += x * fx;
        virial[1] += x * fy;
        virial[2] += x * fz;
        virial[3] += y * fx;
        virial[4] += y * fy;
        virial[5] += y * fz;
        virial[6] += z * fx;
        virial[7] += z * fy;
        virial[8] += z * fz;
    }
}
