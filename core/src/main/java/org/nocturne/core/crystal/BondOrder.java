package org.nocturne.core.crystal;

import org.nocturne.core.structure.NeighbourList;
import org.nocturne.core.structure.Structure;

/**
 * Order of the directions of bonds (Steinhardt, Nelson and Ronchetti, Phys. Rev. B 28, 784 (1983), eqs. 1.3-1.5):
 * Q_l = sqrt(4 pi / (2l + 1) sum_m |mean of Y_lm over all bonds|^2). Zero, but for the finite number of bonds, where directions are not
 * ordered over the whole cell; Q_6 is 0.57452 in fcc, 0.51069 in bcc (14 neighbours), 0.48476 in hcp, 0.62854 in diamond.
 */
public final class BondOrder {
    /** Reach over the mean nearest distance. */
    public static final double SHELL = 1.3;

    private BondOrder() {}

    /**
     * Reach of the bonds: 1.3 mean nearest distances lie between two shells in fcc, hcp (12 neighbours), bcc (14) and diamond (4).
     * Angstrom.
     *
     * @throws IllegalArgumentException if there is one atom without an image, which has no neighbour
     */
    public static double reach(Structure inherent) {
        double spacing = Math.cbrt(1 / inherent.numberDensity());
        double mean = 0;
        NeighbourList near = NeighbourList.of(inherent, 2 * spacing);
        for (int i = 0; i < inherent.size(); i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int e = near.first(i); e < near.first(i) + near.count(i); e++) {
                least = Math.min(least, near.distance(e));
            }
            if (Double.isInfinite(least)) {
                throw new IllegalArgumentException(
                        "atom " + (i + 1) + " has no neighbour within " + 2 * spacing + " angstrom; bonds are wanted");
            }
            mean += least / inherent.size();
        }
        return SHELL * mean;
    }

    /** Q_l over all pairs closer than {@code reachAngstrom}; 0 where there is none. */
    public static double of(Structure structure, int l, double reachAngstrom) {
        NeighbourList bonds = NeighbourList.of(structure, reachAngstrom);
        double[] real = new double[l + 1];
        double[] imaginary = new double[l + 1];
        long count = 0;
        for (int i = 0; i < structure.size(); i++) {
            for (int e = bonds.first(i); e < bonds.first(i) + bonds.count(i); e++) {
                addHarmonics(l, bonds.dx(e), bonds.dy(e), bonds.dz(e), real, imaginary);
                count++;
            }
        }
        if (count == 0) {
            return 0;
        }
        double sum = 0;
        for (int m = 0; m <= l; m++) {
            double power = (real[m] * real[m] + imaginary[m] * imaginary[m]) / ((double) count * count);
            sum += m == 0 ? power : 2 * power; // |Y_l,-m| = |Y_lm|
        }
        return Math.sqrt(4 * Math.PI / (2 * l + 1) * sum);
    }

    /** Adds Y_lm of one direction for m = 0 to l, by the normalised recursion of the associated Legendre functions. */
    private static void addHarmonics(int l, double x, double y, double z, double[] real, double[] imaginary) {
        double r = Math.sqrt(x * x + y * y + z * z);
        double cosine = z / r;
        double sine = Math.sqrt(Math.max(0, 1 - cosine * cosine));
        double phi = Math.atan2(y, x);
        double diagonal = Math.sqrt(1 / (4 * Math.PI)); // N_00 P_00
        for (int m = 0; m <= l; m++) {
            if (m > 0) {
                diagonal *= -sine * Math.sqrt((2 * m + 1) / (2.0 * m));
            }
            double before = 0;
            double now = diagonal;
            for (int k = m + 1; k <= l; k++) {
                double a = Math.sqrt((4.0 * k * k - 1) / (k * k - m * m));
                double b = Math.sqrt(((k - 1.0) * (k - 1) - m * m) / (4.0 * (k - 1) * (k - 1) - 1));
                double next = a * (cosine * now - b * before);
                before = now;
                now = next;
            }
            real[m] += now * Math.cos(m * phi);
            imaginary[m] += now * Math.sin(m * phi);
        }
    }
}
