package org.nocturne.generator.scattering;

import java.util.Arrays;
import org.nocturne.core.structure.Structure;

/**
 * The sums one by one: exponentials are products of three tables, so no sine is evaluated inside; +l and -l share their products; the inner loop over l is
 * contiguous and vectorises.
 */
final class ReciprocalSweep extends ReciprocalRows {
    /** exp(i (h b1 + k b2).r) of each atom in species order. */
    final double[] rowCos;

    final double[] rowSin;
    /** exp(i l b3.r): [atom * (lLimit + 1) + l]. */
    final double[] lCos;

    final double[] lSin;
    final int[] order;
    private final PhaseTable first;
    private final PhaseTable second;
    private final double[] cc;
    private final double[] cs;
    private final double[] sc;
    private final double[] ss;

    ReciprocalSweep(Structure structure, SpeciesPairs species, double gLimitPerAngstrom) {
        super(structure, species, gLimitPerAngstrom);
        order = species.atomsBySpecies();
        double[] fractional = PairWalk.fractional(structure);
        first = new PhaseTable(fractional, order, 0, hLimit);
        second = new PhaseTable(fractional, order, 1, kLimit);
        PhaseTable third = new PhaseTable(fractional, order, 2, lLimit);
        lCos = third.byAtom(third.cos);
        lSin = third.byAtom(third.sin);
        rowCos = new double[order.length];
        rowSin = new double[order.length];
        cc = new double[lLimit + 1];
        cs = new double[lLimit + 1];
        sc = new double[lLimit + 1];
        ss = new double[lLimit + 1];
    }

    @Override
    void enterPlane(int h) {
        // each row is summed by itself
    }

    @Override
    void sum(int h, int k) {
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
            for (int l = 0; l <= lMax(); l++) {
                re[a][lLimit + l] = cc[l] - ss[l];
                im[a][lLimit + l] = cs[l] + sc[l];
                re[a][lLimit - l] = cc[l] + ss[l];
                im[a][lLimit - l] = sc[l] - cs[l];
            }
        }
    }

    private void clear() {
        Arrays.fill(cc, 0, lMax() + 1, 0);
        Arrays.fill(cs, 0, lMax() + 1, 0);
        Arrays.fill(sc, 0, lMax() + 1, 0);
        Arrays.fill(ss, 0, lMax() + 1, 0);
    }

    /** Two atoms at a time: half the traffic through the running sums. */
    private void addTwo(int atom) {
        double c1 = rowCos[atom];
        double s1 = rowSin[atom];
        double c2 = rowCos[atom + 1];
        double s2 = rowSin[atom + 1];
        int one = atom * (lLimit + 1);
        int two = one + lLimit + 1;
        for (int l = 0; l <= lMax(); l++) {
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
        for (int l = 0; l <= lMax(); l++) {
            cc[l] += c * lCos[at + l];
            cs[l] += c * lSin[at + l];
            sc[l] += s * lCos[at + l];
            ss[l] += s * lSin[at + l];
        }
    }
}
