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

    /**
     * Pairs that lie close together: with f as a function of the square, sum f = n f(mean) + f''/2 times their spread, in derivatives by r.
     *
     * @param square mean of r^2
     * @param spread sum of the squared differences of r^2 from it
     */
    void add(int pair, long n, double square, double spread) {
        double r = Math.sqrt(square);
        int b = (int) (r * perBin);
        double d = r - centre(b);
        // Where the mean is within the spread, r is no variable to differentiate by; there j0 is a straight line in
        // r^2.
        double second = spread < n * square * square / 64 ? spread / (4 * square) : 0;
        double first = n * d - second / (2 * r);
        double[] m = moments[pair];
        int at = MOMENTS * b;
        m[at] += n;
        m[at + 1] += first;
        m[at + 2] += n * d * d + second;
        m[at + 3] += n * d * d * d + 3 * second * d;
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
