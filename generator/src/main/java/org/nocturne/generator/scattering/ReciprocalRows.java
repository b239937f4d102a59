package org.nocturne.generator.scattering;

import org.nocturne.core.structure.Structure;

/**
 * Walks over half of the reciprocal vectors G = h b1 + k b2 + l b3 with |G| up to a limit (the other half has the same |F|^2), one row of fixed (h, k) at a
 * time, and keeps the sums sum_i exp(i G.r_i) of every species for the present row. Lives in one thread and for one structure.
 */
abstract class ReciprocalRows {

    @FunctionalInterface
    interface Row {
        void accept(int h, int k);
    }

    final SpeciesPairs species;
    final int hLimit;
    final int kLimit;
    final int lLimit;
    /** Sums of the row: [species][lLimit + l], l from -lMax() to lMax(). */
    final double[][] re;

    final double[][] im;
    private final double[] b;
    private final double gLimit;
    private int lMax;
    private double alpha;
    private double beta;
    private double gamma;
    private boolean zeroRow;

    ReciprocalRows(Structure structure, SpeciesPairs species, double gLimitPerAngstrom) {
        if (!structure.cell().isFullyPeriodic()) {
            throw new IllegalArgumentException(
                    "k-points need a cell that is periodic along all three vectors; for a cluster use the Debye sum");
        }
        this.species = species;
        gLimit = gLimitPerAngstrom;
        b = structure.cell().reciprocalRows();
        hLimit = limit(structure, 0);
        kLimit = limit(structure, 1);
        lLimit = limit(structure, 2);
        re = new double[species.kinds()][2 * lLimit + 1];
        im = new double[species.kinds()][2 * lLimit + 1];
    }

    /** h = G.a/(2 pi), so |h| <= |G| |a|/(2 pi). */
    private int limit(Structure structure, int vector) {
        double square = 0;
        for (int axis = 0; axis < 3; axis++) {
            square += Math.pow(structure.cell().component(vector, axis), 2);
        }
        return (int) Math.floor(gLimit * Math.sqrt(square) / (2 * Math.PI) * (1 + 1e-12));
    }

    final void forEachRow(Row row) {
        for (int h = 0; h <= hLimit; h++) {
            forEachRow(h, row);
        }
    }

    /** The rows of one h, of 0 only half of them. */
    final void forEachRow(int h, Row row) {
        enterPlane(h);
        for (int k = h == 0 ? 0 : -kLimit; k <= kLimit; k++) {
            zeroRow = h == 0 && k == 0;
            if (enter(h, k)) {
                sum(h, k);
                row.accept(h, k);
            }
        }
    }

    /** What is done once for all rows of one h. */
    abstract void enterPlane(int h);

    /** Fills {@link #re} and {@link #im} from -lMax() to lMax(). */
    abstract void sum(int h, int k);

    final int lMax() {
        return lMax;
    }

    /** |G| of the present row at l, or -1 where G is 0, beyond the limit, or in the half that is left out. */
    final double length(int l) {
        if (zeroRow && l <= 0) {
            return -1;
        }
        double g = Math.sqrt(alpha + 2 * beta * l + gamma * l * l);
        return g > gLimit ? -1 : g;
    }

    /** S(G) of the present row at l. */
    final double intensity(int l, double[] f) {
        double sumRe = 0;
        double sumIm = 0;
        double squares = 0;
        for (int a = 0; a < f.length; a++) {
            sumRe += f[a] * re[a][lLimit + l];
            sumIm += f[a] * im[a][lLimit + l];
            squares += species.count(a) * f[a] * f[a];
        }
        return (sumRe * sumRe + sumIm * sumIm) / squares;
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
}
