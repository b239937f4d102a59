package org.nocturne.generator.scattering;

import java.util.Arrays;
import org.nocturne.core.structure.Structure;

/**
 * Walks over half of the reciprocal vectors G = h b1 + k b2 + l b3 with |G| up to a limit (the other half has the same |F|^2), one row
 * of fixed (h, k) at a time, and keeps the sums sum_i exp(i G.r_i) of every species for the present row. The exponentials are products
 * of three tables, so no sine is evaluated inside; +l and -l share their products; the inner loop over l is contiguous and vectorises.
 * Lives in one thread and for one structure.
 */
final class ReciprocalSweep {

    @FunctionalInterface
    interface Row {
        void accept(int h, int k);
    }

    final int lLimit;
    /** Sums of the row: [species][lLimit + l], l from -lMax() to lMax(). */
    final double[][] re;

    final double[][] im;
    /** exp(i (h b1 + k b2).r) of each atom in species order. */
    final double[] rowCos;

    final double[] rowSin;
    /** exp(i l b3.r): [atom * (lLimit + 1) + l]. */
    final double[] lCos;

    final double[] lSin;
    final int[] order;
    private final SpeciesPairs species;
    private final double[] b;
    private final double gLimit;
    private final PhaseTable first;
    private final PhaseTable second;
    private final double[] cc;
    private final double[] cs;
    private final double[] sc;
    private final double[] ss;
    private int lMax;
    private double alpha;
    private double beta;
    private double gamma;
    private boolean zeroRow;

    ReciprocalSweep(Structure structure, SpeciesPairs species, double gLimitPerAngstrom) {
        if (!structure.cell().isFullyPeriodic()) {
            throw new IllegalArgumentException(
                    "k-points need a cell that is periodic along all three vectors; for a cluster use the Debye sum");
        }
        this.species = species;
        this.gLimit = gLimitPerAngstrom;
        b = structure.cell().reciprocalRows();
        order = species.atomsBySpecies();
        double[] fractional = PairWalk.fractional(structure);
        first = new PhaseTable(fractional, order, 0, limit(structure, 0));
        second = new PhaseTable(fractional, order, 1, limit(structure, 1));
        lLimit = limit(structure, 2);
        PhaseTable third = new PhaseTable(fractional, order, 2, lLimit);
        lCos = third.byAtom(third.cos);
        lSin = third.byAtom(third.sin);
        re = new double[species.kinds()][2 * lLimit + 1];
        im = new double[species.kinds()][2 * lLimit + 1];
        rowCos = new double[order.length];
        rowSin = new double[order.length];
        cc = new double[lLimit + 1];
        cs = new double[lLimit + 1];
        sc = new double[lLimit + 1];
        ss = new double[lLimit + 1];
    }

    /** h = G.a/(2 pi), so |h| <= |G| |a|/(2 pi). */
    private int limit(Structure structure, int vector) {
        double square = 0;
        for (int axis = 0; axis < 3; axis++) {
            square += Math.pow(structure.cell().component(vector, axis), 2);
        }
        return (int) Math.floor(gLimit * Math.sqrt(square) / (2 * Math.PI) * (1 + 1e-12));
    }

    void forEachRow(Row row) {
        for (int h = 0; h <= first.limit; h++) {
            for (int k = h == 0 ? 0 : -second.limit; k <= second.limit; k++) {
                zeroRow = h == 0 && k == 0;
                if (enter(h, k)) {
                    sum(h, k);
                    row.accept(h, k);
                }
            }
        }
    }

    int lMax() {
        return lMax;
    }

    /** |G| of the present row at l, or -1 where G is 0, beyond the limit, or in the half that is left out. */
    double length(int l) {
        if (zeroRow && l <= 0) {
            return -1;
        }
        double g = Math.sqrt(alpha + 2 * beta * l + gamma * l * l);
        return g > gLimit ? -1 : g;
    }

    /** Sets the row's geometry, g^2 = alpha + 2 beta l + gamma l^2; false if the whole row lies beyond the limit. */
    private boolean enter(int h, int k) {
        alpha = 0;
        beta = 0;
        gamma = 0;
        for (int axis = 0; axis < 3; axis++) {
            double g = h * b[axis] + k * b[3 + axis];
            alpha += g * g;
            beta += g * b[6 + axis];
            gamma += b[6 + axis] * b[6 + axis];
        }
        double discriminant = beta * beta - gamma * (alpha - gLimit * gLimit);
        if (discriminant < 0) {
            return false;
        }
        lMax = Math.min(lLimit, (int) Math.ceil((Math.abs(beta) + Math.sqrt(discriminant)) / gamma));
        return true;
    }

    private void sum(int h, int k) {
        first.product(second, h, k, rowCos, rowSin);
        int atom = 0;
        for (int a = 0; a < species.kinds(); a++) {
            int end = atom + species.count(a);
            clear();
            for (; atom + 1 < end; atom += 2) {
                addTwo(atom);
            }
            if (atom < end) {
                addOne(atom++);
            }
            for (int l = 0; l <= lMax; l++) {
                re[a][lLimit + l] = cc[l] - ss[l];
                im[a][lLimit + l] = cs[l] + sc[l];
                re[a][lLimit - l] = cc[l] + ss[l];
                im[a][lLimit - l] = sc[l] - cs[l];
            }
        }
    }

    private void clear() {
        Arrays.fill(cc, 0, lMax + 1, 0);
        Arrays.fill(cs, 0, lMax + 1, 0);
        Arrays.fill(sc, 0, lMax + 1, 0);
        Arrays.fill(ss, 0, lMax + 1, 0);
    }

    /** Two atoms at a time: half the traffic through the running sums. */
    private void addTwo(int atom) {
        double c1 = rowCos[atom];
        double s1 = rowSin[atom];
        double c2 = rowCos[atom + 1];
        double s2 = rowSin[atom + 1];
        int one = atom * (lLimit + 1);
        int two = one + lLimit + 1;
        for (int l = 0; l <= lMax; l++) {
            double x1 = lCos[one + l];
            double y1 = lSin[one + l];
            double x2 = lCos[two + l];
            double y2 = lSin[two + l];
            cc[l] += c1 * x1 + c2 * x2;
            cs[l] += c1 * y1 + c2 * y2;
            sc[l] += s1 * x1 + s2 * x2;
            ss[l] += s1 * y1 + s2 * y2;
        }
    }

    private void addOne(int atom) {
        double c = rowCos[atom];
        double s = rowSin[atom];
        int at = atom * (lLimit + 1);
        for (int l = 0; l <= lMax; l++) {
            cc[l] += c * lCos[at + l];
            cs[l] += c * lSin[at + l];
            sc[l] += s * lCos[at + l];
            ss[l] += s * lSin[at + l];
        }
    }
}
