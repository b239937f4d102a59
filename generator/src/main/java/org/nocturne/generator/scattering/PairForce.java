package org.nocturne.generator.scattering;

/** Adds a central pair gradient: along d to atom i, against it to atom j. */
final class PairForce {
    private PairForce() {}

    static void add(double[] gradient, int i, int j, double dx, double dy, double dz, double slopeOverR) {
        gradient[3 * i] += slopeOverR * dx;
        gradient[3 * i + 1] += slopeOverR * dy;
        gradient[3 * i + 2] += slopeOverR * dz;
        gradient[3 * j] -= slopeOverR * dx;
        gradient[3 * j + 1] -= slopeOverR * dy;
        gradient[3 * j + 2] -= slopeOverR * dz;
    }
}
