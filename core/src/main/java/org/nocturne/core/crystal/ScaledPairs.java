package org.nocturne.core.crystal;

import java.util.Arrays;
import java.util.List;

/**
 * Force constants of a structure without symmetry (defects, glasses, slabs): those of its bare Hessian times one coefficient, which is all that
 * is learned. One for all pairs, because the structure is at rest and its bare Hessian has no negative eigenvalue, and a multiple of it has
 * none either. Coefficients for several kinds of pairs follow temperature more closely in a crystal; where stiff and soft bonds are
 * balanced against each other, as around an interstitial atom, they make the structure fall apart.
 */
public final class ScaledPairs implements PairBasis {
    private final SparseHessian bare;
    private final BondTable bonds;

    public ScaledPairs(SparseHessian bare) {
        this.bare = bare;
        this.bonds = new BondTable(bare.neighbours());
    }

    @Override
    public int sites() {
        return bonds.sites();
    }

    @Override
    public List<Bond> bonds() {
        return bonds.all();
    }

    @Override
    public int parameters() {
        return 1;
    }

    @Override
    public List<Term> terms(int bond) {
        return List.of(new Term(0, Arrays.copyOfRange(bare.blocks(), 9 * bond, 9 * bond + 9)));
    }

    @Override
    public int bondAlong(int site, double dx, double dy, double dz, double toleranceAngstrom) {
        return bonds.along(site, dx, dy, dz, toleranceAngstrom);
    }
}
