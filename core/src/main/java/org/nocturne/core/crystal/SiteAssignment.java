package org.nocturne.core.crystal;

import org.nocturne.core.structure.Structure;

/**
 * Which atom stands on which site of a crystal.
 *
 * @param siteOf the site of each atom, a permutation; sites are numbered as the atoms of the inherent structure are
 * @param strangers atoms farther from the site they were given than two sites are from each other: a vacancy and an interstitial
 *     atom, not a vibration
 */
public record SiteAssignment(int[] siteOf, int strangers) {

    public SiteAssignment {
        siteOf = siteOf.clone();
    }

    /** Atoms that stand on another site than their own. */
    public int hopped() {
        int count = 0;
        for (int atom = 0; atom < siteOf.length; atom++) {
            if (siteOf[atom] != atom) {
                count++;
            }
        }
        return count;
    }

    /** The same configuration with its atoms in the order of the sites. */
    public Structure bySite(Structure thermal) {
        return hopped() == 0 ? thermal : thermal.withPositions(bySite(thermal.xyzAngstrom()));
    }

    /** Three numbers of each atom, such as its force, in the order of the sites. */
    public double[] bySite(double[] ofAtoms) {
        double[] out = new double[ofAtoms.length];
        for (int atom = 0; atom < siteOf.length; atom++) {
            System.arraycopy(ofAtoms, 3 * atom, out, 3 * siteOf[atom], 3);
        }
        return out;
    }
}
