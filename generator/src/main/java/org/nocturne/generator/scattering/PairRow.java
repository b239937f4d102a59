package org.nocturne.generator.scattering;

/**
 * One atom against a run of others: the square of each distance, and on demand the vector from the other to the atom. The run is copied
 * to the begin of arrays of its own, once for all atoms that meet it: in loops that begin further on the compiler finds
 * no vector instructions.
 */
final class PairRow {
    /** Longer runs are cut. */
    static final int LONGEST = 512;

    /** Number of the first of the others, as the walk sorts them. */
    int first;

    /** So many of the run are meant. */
    int count;

    final double[] square = new double[LONGEST];

    private final Run run = new Run();
    private final Run images = new Run();
    private Run others = run;
    private double px;
    private double py;
    private double pz;

    /** Coordinates of the others. */
    private static final class Run {
        final double[] x = new double[LONGEST];
        final double[] y = new double[LONGEST];
        final double[] z = new double[LONGEST];
    }

    /** Takes the run of {@code n} atoms from {@code first} on. */
    void load(SortedAtoms atoms, int first, int n) {
        this.first = first;
        System.arraycopy(atoms.x, first, run.x, 0, n);
        System.arraycopy(atoms.y, first, run.y, 0, n);
        System.arraycopy(atoms.z, first, run.z, 0, n);
    }

    /** The atom at (px, py, pz) against the first {@code n} of the run. */
    void against(double px, double py, double pz, int n) {
        others = run;
        look(px, py, pz, n);
    }

    /**
     * The same in fractional coordinates, the run's too, to the nearest image.
     *
     * @param h the nine components of the cell's vectors
     */
    void againstNearest(double a, double b, double c, int n, double[] h) {
        toNearest(a, b, c, run, n, h, images);
        others = images;
        look(0, 0, 0, n);
    }

    double dx(int k) {
        return px - others.x[k];
    }

    double dy(int k) {
        return py - others.y[k];
    }

    double dz(int k) {
        return pz - others.z[k];
    }

    private void look(double px, double py, double pz, int n) {
        this.px = px;
        this.py = py;
        this.pz = pz;
        count = n;
        squares(px, py, pz, others.x, others.y, others.z, n, square);
    }

    private static void squares(
            double px, double py, double pz, double[] x, double[] y, double[] z, int n, double[] square) {
        for (int k = 0; k < n; k++) {
            double dx = px - x[k];
            double dy = py - y[k];
            double dz = pz - z[k];
            square[k] = dx * dx + dy * dy + dz * dz;
        }
    }

    /** Where the nearest images of the others stand, seen from the atom. */
    private static void toNearest(double a, double b, double c, Run fractional, int n, double[] h, Run to) {
        for (int k = 0; k < n; k++) {
            double u = fractional.x[k] - a;
            double v = fractional.y[k] - b;
            double w = fractional.z[k] - c;
            u -= Math.rint(u);
            v -= Math.rint(v);
            w -= Math.rint(w);
            to.x[k] = u * h[0] + v * h[3] + w * h[6];
            to.y[k] = u * h[1] + v * h[4] + w * h[7];
            to.z[k] = u * h[2] + v * h[5] + w * h[8];
        }
    }
}
