package org.nocturne.generator.scattering;

/** A tabulated pair function per species pair: value, slope and curvature at bin centres, read by its Taylor series. */
final class PairTable {
    private final double bin;
    private final double[][] taylor;

    PairTable(int pairs, double rMaxAngstrom, double binAngstrom) {
        bin = binAngstrom;
        taylor = new double[pairs][3 * ((int) Math.floor(rMaxAngstrom / binAngstrom) + 1)];
    }

    double binAngstrom() {
        return bin;
    }

    int bins() {
        return taylor[0].length / 3;
    }

    void set(int pair, int b, double value, double slope, double curvature) {
        taylor[pair][3 * b] = value;
        taylor[pair][3 * b + 1] = slope;
        taylor[pair][3 * b + 2] = curvature;
    }

    double value(int pair, double r) {
        int b = (int) (r / bin);
        double d = r - (b + 0.5) * bin;
        double[] t = taylor[pair];
        return t[3 * b] + d * (t[3 * b + 1] + 0.5 * d * t[3 * b + 2]);
    }

    /** The exact derivative of {@link #value} inside a bin. */
    double slope(int pair, double r) {
        int b = (int) (r / bin);
        double[] t = taylor[pair];
        return t[3 * b + 1] + (r - (b + 0.5) * bin) * t[3 * b + 2];
    }
}
