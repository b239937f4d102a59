package org.nocturne.generator.thermal;

import org.nocturne.core.crystal.Crystal;
import org.nocturne.core.crystal.LocalEnvironments;
import org.nocturne.core.port.ForceModel;
import org.nocturne.core.structure.Kelvin;

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

    /** H(site s axis a, 0; site s' axis b, copy t) and its mirror H(s' b, 0; s a, -t) become their mean. */
    private static double[][] symmetric(Crystal crystal, double[][] rows) {
        int[] inverse = InverseCopies.of(crystal);
        double[][] out = new double[rows.length][rows[0].length];
        for (int k = 0; k < rows.length; k++) {
            for (int t = 0; t < crystal.copies(); t++) {
                for (int other = 0; other < rows.length; other++) {
                    int here = 3 * crystal.atom(relative(crystal, k / 3, t), other / 3) + other % 3;
                    int there = 3 * crystal.atom(relative(crystal, other / 3, inverse[t]), k / 3) + k % 3;
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
