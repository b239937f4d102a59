package org.nocturne.learning.ensemble;

/**
 * Sums over pairs of members, from their Gram matrix: trace of the covariance, its effective rank tr(C)^2 / tr(C^2), and the mean
 * distance between two members. Computed once, then taken over any subset.
 */
public final class Spread {
    private final double[][] gram;
    private final int components;

    public Spread(Ensemble ensemble) {
        int m = ensemble.size();
        gram = new double[m][m];
        components = 3 * ensemble.atoms();
        for (int a = 0; a < m; a++) {
            for (int b = 0; b <= a; b++) {
                gram[a][b] = ensemble.get(a).dot(ensemble.get(b));
                gram[b][a] = gram[a][b];
            }
        }
    }

    public int size() {
        return gram.length;
    }

    /** tr(C)^2 / tr(C^2) of the covariance about 0 of these members; at most their number. */
    public double effectiveRank(int[] members) {
        double trace = 0;
        double square = 0;
        for (int a : members) {
            trace += gram[a][a];
            for (int b : members) {
                square += gram[a][b] * gram[a][b];
            }
        }
        return trace * trace / square;
    }

    /** Mean over pairs of the root mean square distance per atom, angstrom. */
    public double meanDistance(int[] members) {
        double sum = 0;
        for (int a = 0; a < members.length; a++) {
            for (int b = 0; b < a; b++) {
                double square =
                        gram[members[a]][members[a]] + gram[members[b]][members[b]] - 2 * gram[members[a]][members[b]];
                sum += Math.sqrt(Math.max(0, square) * 3 / components);
            }
        }
        return 2 * sum / (members.length * (members.length - 1.0));
    }

    /** M |mean u|^2 / mean |u|^2: 1 for independent members about 0, M for copies of one. */
    public double biasOfTheMean(int[] members) {
        double all = 0;
        double diagonal = 0;
        for (int a : members) {
            diagonal += gram[a][a];
            for (int b : members) {
                all += gram[a][b];
            }
        }
        return all / diagonal;
    }
}
