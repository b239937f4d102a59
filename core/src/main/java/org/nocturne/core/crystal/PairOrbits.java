package org.nocturne.core.crystal;

import java.util.ArrayList;
import java.util.List;
import org.nocturne.core.structure.Matrix3;
import org.nocturne.core.structure.NeighbourList;
import org.nocturne.core.structure.Structure;

/**
 * The pairs within a cut-off around each site of a primitive cell, and what symmetry leaves free of their force constants.
 * With F_i = sum_j (u_j - u_i) Phi_ij (row vectors), an operation x -> x R + t asks Phi' = R^T Phi R of the image pair, and the
 * reversed pair has the transposed matrix (Newton's third law in the harmonic form; Born and Huang 1954, section 23). Every
 * matrix is then a combination of a few basis matrices, and the coefficients are shared by the whole orbit.
 */
public final class PairOrbits implements PairBasis {
    private static final double SAME_ANGSTROM = 0.05;

    private final BondTable bonds;
    private final List<List<Term>> terms = new ArrayList<>();
    private int parameters;

    /** Finds the orbits of all pairs shorter than the cut-off. */
    public PairOrbits(Structure primitiveCell, double cutoffAngstrom) {
        bonds = new BondTable(NeighbourList.of(primitiveCell, cutoffAngstrom));
        for (int bond = 0; bond < bonds.size(); bond++) {
            terms.add(new ArrayList<>());
        }
        List<Image> group = images(primitiveCell);
        boolean[] seen = new boolean[bonds.size()];
        for (int bond = 0; bond < bonds.size(); bond++) {
            if (!seen[bond]) {
                addOrbit(bond, group, seen);
            }
        }
    }

    @Override
    public int sites() {
        return bonds.sites();
    }

    @Override
    public List<Bond> bonds() {
        return bonds.all();
    }

    /** Free coefficients of all orbits together. */
    @Override
    public int parameters() {
        return parameters;
    }

    @Override
    public List<Term> terms(int bond) {
        return terms.get(bond);
    }

    @Override
    public int bondAlong(int site, double dx, double dy, double dz, double toleranceAngstrom) {
        return bonds.along(site, dx, dy, dz, toleranceAngstrom);
    }

    private record Image(double[] rotation, int[] siteMap) {}

    private static List<Image> images(Structure cell) {
        AtomIndex atoms = new AtomIndex(cell);
        List<Image> out = new ArrayList<>();
        double[] x = new double[3];
        for (SpaceGroup.Operation operation : SpaceGroup.of(cell).operations()) {
            int[] map = new int[cell.size()];
            for (int i = 0; i < cell.size(); i++) {
                operation.apply(cell.x(i), cell.y(i), cell.z(i), x);
                map[i] = atoms.at(x[0], x[1], x[2], 4 * Lattice.TOLERANCE_ANGSTROM);
            }
            out.add(new Image(operation.rotation(), map));
        }
        return out;
    }

    /** Where an operation takes a bond: the index of the image and the rotation; {@code reversed} reads the image backwards. */
    private record Mapping(int bond, double[] rotation, boolean reversed) {}

    private void addOrbit(int first, List<Image> group, boolean[] seen) {
        List<Mapping> mappings = new ArrayList<>();
        Bond b = bonds.get(first);
        double[] v = new double[3];
        for (Image image : group) {
            Matrix3.rowTimes(b.dx(), b.dy(), b.dz(), image.rotation, v);
            int forward = bondAlong(image.siteMap[b.site()], v[0], v[1], v[2], SAME_ANGSTROM);
            int backward = bondAlong(image.siteMap[b.otherSite()], -v[0], -v[1], -v[2], SAME_ANGSTROM);
            if (forward < 0 || backward < 0) {
                throw new IllegalStateException(
                        "a symmetry operation carries " + b + " out of the cut-off: choose it between two shells");
            }
            mappings.add(new Mapping(forward, image.rotation, false));
            mappings.add(new Mapping(backward, image.rotation, true));
        }
        List<double[]> basis =
                invariants(mappings.stream().filter(m -> m.bond == first).toList());
        for (Mapping mapping : mappings) {
            if (seen[mapping.bond]) {
                continue;
            }
            seen[mapping.bond] = true;
            for (int p = 0; p < basis.size(); p++) {
                terms.get(mapping.bond).add(new Term(parameters + p, transformed(basis.get(p), mapping)));
            }
        }
        parameters += basis.size();
    }

    private static double[] transformed(double[] phi, Mapping mapping) {
        double[] out = Matrix3.times(Matrix3.times(Matrix3.transpose(mapping.rotation), phi), mapping.rotation);
        return mapping.reversed ? Matrix3.transpose(out) : out;
    }

    /** An orthonormal basis of the matrices that the stabiliser leaves unchanged: projected unit matrices, Gram-Schmidt. */
    private static List<double[]> invariants(List<Mapping> stabiliser) {
        List<double[]> basis = new ArrayList<>();
        for (int unit = 0; unit < 9; unit++) {
            double[] e = new double[9];
            e[unit] = 1;
            double[] sum = new double[9];
            for (Mapping mapping : stabiliser) {
                double[] image = transformed(e, mapping);
                for (int k = 0; k < 9; k++) {
                    sum[k] += image[k] / stabiliser.size();
                }
            }
            for (double[] old : basis) {
                double overlap = dot(old, sum);
                for (int k = 0; k < 9; k++) {
                    sum[k] -= overlap * old[k];
                }
            }
            double norm = Math.sqrt(dot(sum, sum));
            if (norm > 1e-6) {
                for (int k = 0; k < 9; k++) {
                    sum[k] /= norm;
                }
                basis.add(sum);
            }
        }
        return basis;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < 9; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
