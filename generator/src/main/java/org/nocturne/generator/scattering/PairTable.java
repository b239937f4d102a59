package org.nocturne.generator.scattering;

/** A tabulated pair function per species pair: value and three derivatives at bin centres, read by its Taylor series. */
final class PairTable {
    private final double bin;
    private final double[][] taylor;

    PairTable(int pairs, double rMaxAngstrom, double binAngstrom) {
        bin = binAngstrom;
        taylor = new double[pairs][4 * ((int) Math.floor(rMaxAngstrom / binAngstrom) + 1)];
    }

    double binAngstrom() {
        return bin;
    }

    int bins() {
        return taylor[0].length / 4;
    }

    void set(int pair, int b, double value, double first, double second, double third) {
        taylor[pair][4 * b] = value;
        taylor[pair][4 * b + 1] = first;
        taylor[pair][4 * b + 2] = second;
        taylor[pair][4 * b + 3] = third;
    }

    double value(int pair, double r) {
        int b = (int) (r / bin);
        double d = r - (b + 0.5) * bin;
        double[] t = taylor[pair];
        return t[4 * b] + d * (t[4 * b + 1] + d / 2 * (t[4 * b + 2] + d / 3 * t[4 * b + 3]));
    }

    /** The exact derivative of {@link #value} inside a bin. */
    double slope(int pair, double r) {
        int b = (int) (r / bin);
        double d = r - (b + 0.5) * bin;
        double[] t = taylor[pair];
        return t[4 * b + 1] + d * (t[4 * b + 2] + d / 2 * t[4 * b + 3]);
    }
}
