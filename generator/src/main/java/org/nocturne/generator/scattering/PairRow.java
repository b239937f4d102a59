package org.nocturne.generator.scattering;

/**
 * One atom against a run of others: for each the vector from it to the atom, and its square. Filled in loops over
 * contiguous memory, which the compiler turns into vector instructions.
 */
final class PairRow {
    /** Longer runs are cut. */
    static final int LONGEST = 256;

    final double[] dx = new double[LONGEST];
    final double[] dy = new double[LONGEST];
    final double[] dz = new double[LONGEST];
    final double[] square = new double[LONGEST];
    int count;

    /** The atom at (px, py, pz) against {@code count} atoms from {@code first} on. */
    void fill(double px, double py, double pz, SortedAtoms atoms, int first, int n) {
        count = n;
        difference(px, atoms.x, first, dx);
        difference(py, atoms.y, first, dy);
        difference(pz, atoms.z, first, dz);
        squares();
    }

    private void difference(double p, double[] of, int first, double[] to) {
        for (int k = 0; k < count; k++) {
            to[k] = p - of[first + k];
        }
    }

    private void squares() {
        for (int k = 0; k < count; k++) {
            square[k] = dx[k] * dx[k] + dy[k] * dy[k] + dz[k] * dz[k];
        }
    }

    /**
     * As {@link #fill}, with fractional coordinates, to the nearest image.
     *
     * @param h the nine components of the cell's vectors
     */
    void fillNearest(double a, double b, double c, SortedAtoms fractional, int first, int n, double[] h) {
        count = n;
        difference(a, fractional.x, first, dx);
        difference(b, fractional.y, first, dy);
        difference(c, fractional.z, first, dz);
        for (int k = 0; k < count; k++) {
            double u = dx[k] - Math.rint(dx[k]);
            double v = dy[k] - Math.rint(dy[k]);
            double w = dz[k] - Math.rint(dz[k]);
            dx[k] = u * h[0] + v * h[3] + w * h[6];
            dy[k] = u * h[1] + v * h[4] + w * h[7];
            dz[k] = u * h[2] + v * h[5] + w * h[8];
        }
        squares();
    }
}
