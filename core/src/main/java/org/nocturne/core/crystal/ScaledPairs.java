package org.nocturne.core.crystal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Force constants of a structure without symmetry (defects, glasses, slabs): those of its bare Hessian, scaled by a few coefficients. Every
 * bare matrix is parted along the pair, P Phi P with P = r r^T / r^2, across it (what else is symmetric), and its antisymmetric rest. Pairs
 * are told apart by their species and by whether they are bonded; each such class has one coefficient along and one across, so a handful
 * of frames determine what temperature does to them. The antisymmetric parts share one coefficient: only together do they leave the self
 * terms, and so the Hessian, symmetric. All coefficients 1 give the bare Hessian back.
 */
public final class ScaledPairs implements PairBasis {
    /** Pairs up to this many times the shortest distance of their species count as bonded. */
    private static final double BONDED = 1.25;

    /** The coefficient of all antisymmetric parts. */
    private static final int TURNING = 0;

    private enum Part {
        ALONG,
        ACROSS
    }

    private record Species(int lighter, int heavier) {}

    private record PairClass(Species species, boolean bonded, Part part) {}

    private final SparseHessian bare;
    private final BondTable bonds;
    private final List<List<Term>> terms = new ArrayList<>();
    private final Map<PairClass, Integer> classes = new LinkedHashMap<>();

    public ScaledPairs(SparseHessian bare) {
        this.bare = bare;
        this.bonds = new BondTable(bare.neighbours());
        Map<Species, Double> shortest = new LinkedHashMap<>();
        for (Bond bond : bonds.all()) {
            shortest.merge(species(bond), bond.length(), Math::min);
        }
        for (int k = 0; k < bonds.size(); k++) {
            Bond bond = bonds.get(k);
            boolean bonded = bond.length() <= BONDED * shortest.getOrDefault(species(bond), 0.0);
            terms.add(parted(bond, bonded, Arrays.copyOfRange(bare.blocks(), 9 * k, 9 * k + 9)));
        }
    }

    private Species species(Bond bond) {
        int a = bare.structure().species(bond.site()).atomicNumber();
        int b = bare.structure().species(bond.otherSite()).atomicNumber();
        return new Species(Math.min(a, b), Math.max(a, b));
    }

    private List<Term> parted(Bond bond, boolean bonded, double[] phi) {
        double[] r = {bond.dx(), bond.dy(), bond.dz()};
        double square = bond.length() * bond.length();
        double stretch = 0;
        for (int k = 0; k < 9; k++) {
            stretch += r[k / 3] * phi[k] * r[k % 3] / square;
        }
        double[] along = new double[9];
        double[] across = new double[9];
        double[] turning = new double[9];
        for (int k = 0; k < 9; k++) {
            double mirrored = phi[3 * (k % 3) + k / 3];
            along[k] = stretch * r[k / 3] * r[k % 3] / square;
            across[k] = (phi[k] + mirrored) / 2 - along[k];
            turning[k] = (phi[k] - mirrored) / 2;
        }
        return List.of(
                new Term(TURNING, turning),
                new Term(parameter(new PairClass(species(bond), bonded, Part.ALONG)), along),
                new Term(parameter(new PairClass(species(bond), bonded, Part.ACROSS)), across));
    }

    private int parameter(PairClass of) {
        return classes.computeIfAbsent(of, unknown -> classes.size() + 1);
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
        return classes.size() + 1;
    }

    @Override
    public List<Term> terms(int bond) {
        return terms.get(bond);
    }

    @Override
    public int bondAlong(int site, double dx, double dy, double dz, double toleranceAngstrom) {
        return bonds.along(site, dx, dy, dz, toleranceAngstrom);
    }
}
