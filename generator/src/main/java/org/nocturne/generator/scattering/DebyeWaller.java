package org.nocturne.generator.scattering;

/** Damping by thermal motion with one isotropic B = 8 pi^2 <u_x^2> in square angstrom for all atoms (uncorrelated motion). */
final class DebyeWaller {
    private DebyeWaller() {}

    /** exp(-B q^2/(8 pi^2)): the product of two amplitudes exp(-B s^2), s = q/(4 pi). */
    static double pairFactor(double bIso, double q) {
        return bIso == 0 ? 1 : Math.exp(-bIso * q * q / (8 * Math.PI * Math.PI));
    }
}
