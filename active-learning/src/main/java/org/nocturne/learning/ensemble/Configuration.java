package org.nocturne.learning.ensemble;

/**
 * One thermal configuration, reduced to what ensembles are compared by.
 *
 * @param thermalEnergyEv potential energy above the inherent structure, eV per cell
 * @param displacements 3N components of u in the order of the sites, minimum image, centre of mass removed, angstrom
 * @param meanSquare mean over atoms of u^2, angstrom^2
 * @param waves power of each branch of {@link WaveShells}, angstrom^2
 * @param diffuse intensity at each wave vector of {@link DiffuseVectors}, per atom
 * @param pairs {@link PairCounts}, one count per bin
 * @param fingerprint sorted atomic displacements over their root mean square: the same for a copy, its rescaling, and its image under
 *     a symmetry operation of the crystal
 * @param hopped atoms that stand on another site than their own; displacements are from the site they stand on
 * @param strangers atoms that stand on no site, see {@link org.nocturne.core.crystal.SiteAssignment}
 */
public record Configuration(
        double thermalEnergyEv,
        double[] displacements,
        double meanSquare,
        double[] waves,
        double[] diffuse,
        int[] pairs,
        double[] fingerprint,
        int hopped,
        int strangers)
        implements Measured {

    /** Sum over components of the product of two displacement fields, angstrom^2. */
    public double dot(Configuration other) {
        double sum = 0;
        for (int k = 0; k < displacements.length; k++) {
            sum += displacements[k] * other.displacements[k];
        }
        return sum;
    }

    /** Root mean square distance per atom between two configurations, angstrom. */
    public double distance(Configuration other) {
        double sum = 0;
        for (int k = 0; k < displacements.length; k++) {
            double d = displacements[k] - other.displacements[k];
            sum += d * d;
        }
        return Math.sqrt(3 * sum / displacements.length);
    }

    /** Root mean square difference of two fingerprints; 0 for a copy. */
    public double likeness(Configuration other) {
        double sum = 0;
        for (int k = 0; k < fingerprint.length; k++) {
            double d = fingerprint[k] - other.fingerprint[k];
            sum += d * d;
        }
        return Math.sqrt(sum / fingerprint.length);
    }
}
