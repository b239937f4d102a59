package org.nocturne.core.crystal;

import java.util.List;

/**
 * The pairs of a structure that have force constants, and the few numbers on which these depend: with F_i = sum_j (u_j - u_i) Phi_ij
 * (row vectors) every Phi_ij is a combination of fixed matrices, whose coefficients many pairs share.
 */
public interface PairBasis {

    /** A pair: from the atom of one site to a neighbour of another, with the vector between them in angstrom. */
    record Bond(int site, int otherSite, double dx, double dy, double dz) {
        public double length() {
            return Math.sqrt(dx * dx + dy * dy + dz * dz);
        }
    }

    /** One term of a bond's matrix: coefficient number {@code parameter} times {@code matrix}, nine numbers. */
    record Term(int parameter, double[] matrix) {}

    int sites();

    List<Bond> bonds();

    /** How many coefficients there are. */
    int parameters();

    /** The terms whose sum is this bond's matrix. */
    List<Term> terms(int bond);

    /** Index of the bond of this site with (nearly) this vector, or -1. */
    int bondAlong(int site, double dx, double dy, double dz, double toleranceAngstrom);
}
