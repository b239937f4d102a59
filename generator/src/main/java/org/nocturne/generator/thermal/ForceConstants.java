package org.nocturne.generator.thermal;

import org.nocturne.core.crystal.Crystal;
import org.nocturne.core.crystal.LocalEnvironments;
import org.nocturne.core.crystal.TranslationGroup;
import org.nocturne.core.port.ForceModel;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;

/**
 * The effective Hessian of a crystal at a temperature, H = -dF/du at u = 0, read off a force model by moving one atom of each
 * site at a time: 3 x sites probes give all rows, the rest follows by translation. Two things that rounding breaks are restored:
 * H is made symmetric, and each self term is recomputed from the others so that a rigid translation costs nothing.
 *
 * @param crystal the inherent structure, read as copies of a primitive cell
 * @param rows for site s, axis a: the row of the representative atom over all atoms, 3N values in eV/angstrom^2, index 3 s + a
 */
public record ForceConstants(Crystal crystal, double[][] rows) {

    /** Probes a model with displacements of this size; exact for a linear model. */
    public static final double PROBE_ANGSTROM = 0.01;

    public static ForceConstants of(
            Crystal crystal, ForceModel model, LocalEnvironments environments, Kelvin temperature) {
        int n = crystal.structure().size();
        double[][] rows = new double[3 * crystal.sites()][];
        double[] u = new double[3 * n];
        for (int k = 0; k < rows.length; k++) {
            int moved = 3 * crystal.representative(k / 3) + k % 3;
            u[moved] = PROBE_ANGSTROM;
            double[] plus = model.forces(environments, u, temperature);
            u[moved] = -PROBE_ANGSTROM;
            double[] minus = model.forces(environments, u, temperature);
            u[moved] = 0;
            rows[k] = new double[3 * n];
            for (int c = 0; c < 3 * n; c++) {
                rows[k][c] = -(plus[c] - minus[c]) / (2 * PROBE_ANGSTROM);
            }
        }
        ForceConstants out = new ForceConstants(crystal, symmetric(crystal, rows));
        out.recomputeSelfTerms();
        return out;
    }

    /**
     * The same constants on another cell of the same crystal, by their vectors: exact where no constant reaches farther than half of this
     * cell. Where the other cell is smaller, constants that meet there are added.
     *
     * @throws IllegalArgumentException if the sites of the two do not come in the same order at the same places
     */
    public ForceConstants onto(Crystal other) {
        Structure here = crystal.structure();
        Cell lattice = Cell.periodic(other.lattice().rows());
        double[][] out = new double[rows.length][3 * other.structure().size()];
        double[] d = new double[3];
        double[] n = new double[3];
        for (int site = 0; site < crystal.sites(); site++) {
            int origin = crystal.representative(site);
            for (int j = 0; j < here.size(); j++) {
                d[0] = here.x(j) - here.x(origin);
                d[1] = here.y(j) - here.y(origin);
                d[2] = here.z(j) - here.z(origin);
                here.cell().minimumImage(d);
                int from = other.representative(site);
                int to = other.representative(crystal.site(j));
                Structure there = other.structure();
                lattice.toFractional(
                        d[0] - (there.x(to) - there.x(from)),
                        d[1] - (there.y(to) - there.y(from)),
                        d[2] - (there.z(to) - there.z(from)),
                        n);
                double miss = 0;
                for (int k = 0; k < 3; k++) {
                    miss = Math.max(miss, Math.abs(n[k] - Math.rint(n[k])));
                }
                if (miss > 0.05) {
                    throw new IllegalArgumentException("atom " + (j + 1) + " of the cell of the force constants lies on"
                            + " no site of the other cell: is it the same crystal?");
                }
                int copy = other.translations().index(Math.round(n[0]), Math.round(n[1]), Math.round(n[2]));
                int target = other.atom(copy, crystal.site(j));
                for (int a = 0; a < 3; a++) {
                    for (int b = 0; b < 3; b++) {
                        out[3 * site + a][3 * target + b] += rows[3 * site + a][3 * j + b];
                    }
                }
            }
        }
        return new ForceConstants(other, out);
    }

    /** H(site s axis a, 0; site s' axis b, copy t) and its mirror H(s' b, 0; s a, -t) become their mean. */
    private static double[][] symmetric(Crystal crystal, double[][] rows) {
        TranslationGroup group = crystal.translations();
        double[][] out = new double[rows.length][rows[0].length];
        for (int k = 0; k < rows.length; k++) {
            for (int t = 0; t < crystal.copies(); t++) {
                for (int other = 0; other < rows.length; other++) {
                    int here = 3 * crystal.atom(relative(crystal, k / 3, t), other / 3) + other % 3;
                    int there = 3 * crystal.atom(relative(crystal, other / 3, group.inverse(t)), k / 3) + k % 3;
                    out[k][here] = 0.5 * (rows[k][here] + rows[other][there]);
                }
            }
        }
        return out;
    }

    /** Representatives all belong to copy 0, so a relative translation is the copy itself. */
    private static int relative(Crystal crystal, int site, int copy) {
        if (crystal.copy(crystal.representative(site)) != 0) {
            throw new IllegalStateException("representative of site " + site + " does not lie in copy 0");
        }
        return copy;
    }

    private void recomputeSelfTerms() {
        for (int k = 0; k < rows.length; k++) {
            int self = crystal.representative(k / 3);
            for (int b = 0; b < 3; b++) {
                double sum = 0;
                for (int j = 0; j < crystal.structure().size(); j++) {
                    if (j != self) {
                        sum += rows[k][3 * j + b];
                    }
                }
                rows[k][3 * self + b] = -sum;
            }
        }
    }
}
