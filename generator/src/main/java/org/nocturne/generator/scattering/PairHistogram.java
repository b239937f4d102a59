package org.nocturne.generator.scattering;

/**
 * Pair distances per species pair, as the moments sum d^n, n = 0 to 3, of each bin, where d is the distance from the bin's centre.
 * A smooth kernel is then summed to fourth order in the bin width, so bins of 0.002 angstrom lose nothing that shows (nearest-bin
 * counting of the same width is off by 1e-4 of each pair).
 */
final class PairHistogram {
    static final int MOMENTS = 4;
    private final double bin;
    private final double perBin;
    private final double[][] moments;

    PairHistogram(int pairs, double rMaxAngstrom, double binAngstrom) {
        bin = binAngstrom;
        perBin = 1 / binAngstrom;
        moments = new double[pairs][MOMENTS * ((int) Math.floor(rMaxAngstrom / binAngstrom) + 2)];
    }

    /** The distances from {@code first} to before {@code end}, all of one pair of species. */
    void add(int pair, double[] r, int first, int end) {
        double[] m = moments[pair];
        for (int k = first; k < end; k++) {
            int b = (int) (r[k] * perBin);
            double d = r[k] - centre(b);
            double square = d * d;
            int at = MOMENTS * b;
            m[at] += 1;
            m[at + 1] += d;
            m[at + 2] += square;
            m[at + 3] += square * d;
        }
    }

    void add(PairHistogram other) {
        for (int pair = 0; pair < moments.length; pair++) {
            for (int k = 0; k < moments[pair].length; k++) {
                moments[pair][k] += other.moments[pair][k];
            }
        }
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

    /** Of one bin. */
    void read(int pair, int b, double[] out) {
        System.arraycopy(moments[pair], MOMENTS * b, out, 0, MOMENTS);
    }
}
