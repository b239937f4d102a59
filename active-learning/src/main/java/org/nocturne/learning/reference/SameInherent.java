package org.nocturne.learning.reference;

import java.util.Locale;
import org.nocturne.core.crystal.Displacements;
import org.nocturne.core.structure.Structure;

/** Whether what is judged lies around the inherent structure of a reference: the same atoms in the same order, cell and places. */
public final class SameInherent {
    public static final double TOLERANCE_ANGSTROM = 1e-3;

    private SameInherent() {}

    /**
     * @throws IllegalArgumentException telling the first difference: number of atoms, species, cell vectors, or the atom that lies
     *     furthest away once the drift of the whole is removed
     */
    public static void require(Structure found, Structure ofReference) {
        requireSameCell(found, ofReference);
        places(Displacements.of(ofReference, found));
    }

    /**
     * The same of what has no places: a liquid.
     *
     * @throws IllegalArgumentException telling the first difference: number of atoms, species, or cell vectors
     */
    public static void requireSameCell(Structure found, Structure ofReference) {
        if (found.size() != ofReference.size()) {
            throw new IllegalArgumentException(
                    "has " + found.size() + " atoms; the reference has " + ofReference.size());
        }
        for (int i = 0; i < found.size(); i++) {
            if (!found.species(i).equals(ofReference.species(i))) {
                throw new IllegalArgumentException("atom " + (i + 1) + " is "
                        + found.species(i).symbol() + "; in the reference it is "
                        + ofReference.species(i).symbol());
            }
        }
        double[] mine = found.cell().rows();
        double[] theirs = ofReference.cell().rows();
        for (int k = 0; k < mine.length; k++) {
            if (!(Math.abs(mine[k] - theirs[k]) <= TOLERANCE_ANGSTROM)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "component %s of cell vector %s is %.4f angstrom; in the reference it is %.4f",
                        "xyz".charAt(k % 3),
                        "abc".charAt(k / 3),
                        mine[k],
                        theirs[k]));
            }
        }
    }

    private static void places(double[] u) {
        int worst = 0;
        double most = 0;
        for (int i = 0; i < u.length / 3; i++) {
            double distance =
                    Math.sqrt(u[3 * i] * u[3 * i] + u[3 * i + 1] * u[3 * i + 1] + u[3 * i + 2] * u[3 * i + 2]);
            if (distance > most) {
                worst = i;
                most = distance;
            }
        }
        if (most > TOLERANCE_ANGSTROM) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "atom %d lies %.4f angstrom from its place in the reference's inherent structure; at most %s is wanted",
                    worst + 1,
                    most,
                    TOLERANCE_ANGSTROM));
        }
    }
}
