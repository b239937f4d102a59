package org.nocturne.generator.scattering;

/**
 * Pair distances per species pair, as the moments sum w d^n, n = 0 to 3, of each bin, where d is the distance from the bin's centre.
 * A smooth kernel is then summed to fourth order in the bin width, so bins of 0.002 angstrom lose nothing that shows (nearest-bin
 * counting of the same width is off by 1e-4 of each pair).
 */
final class PairHistogram {
    static final int MOMENTS = 4;
    private final double bin;
    private final double[][] moments;

    PairHistogram(int pairs, double rMaxAngstrom, double binAngstrom) {
        bin = binAngstrom;
        moments = new double[pairs][MOMENTS * ((int) Math.floor(rMaxAngstrom / binAngstrom) + 1)];
    }

    void add(int pair, double r, double weight) {
        int b = (int) (r / bin);
        double d = r - centre(b);
        double[] m = moments[pair];
        m[MOMENTS * b] += weight;
        m[MOMENTS * b + 1] += weight * d;
        m[MOMENTS * b + 2] += weight * d * d;
        m[MOMENTS * b + 3] += weight * d * d * d;
    }

    double binAngstrom() {
        return bin;
    }

    int bins() {
        return moments[0].length / MOMENTS;
    }

    int pairs() {
        return moments.length;
    }

    double centre(int b) {
        return (b + 0.5) * bin;
    }

    double moment(int pair, int b, int order) {
        return moments[pair][MOMENTS * b + order];
    }
}
