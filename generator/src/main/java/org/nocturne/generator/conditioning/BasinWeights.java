package org.nocturne.generator.conditioning;

import java.util.List;

/**
 * How much a pattern speaks for each of several basins that were fitted to it with the same free scalars: the likelihood exp(-chi2/2) of
 * each best fit over the sum of all, every basin alike beforehand. Where even the best fit is too bad, differences count for as much less, by
 * its chi2 per degree of freedom: what no basin explains must not decide between them.
 *
 * @param weights one for each basin, their sum 1
 * @param best index of the largest
 */
public record BasinWeights(List<Double> weights, int best) {
    /** Another basin that keeps more than this is not ruled out. */
    private static final double RULED_OUT = 0.05;

    public static BasinWeights of(List<ScalarFit> fits) {
        int best = 0;
        for (int k = 1; k < fits.size(); k++) {
            best = fits.get(k).chiSquare() < fits.get(best).chiSquare() ? k : best;
        }
        double least = fits.get(best).chiSquare();
        double inflation = Math.max(1, fits.get(best).reducedChiSquare());
        double[] likelihood = fits.stream()
                .mapToDouble(f -> Math.exp(-(f.chiSquare() - least) / (2 * inflation)))
                .toArray();
        double sum = java.util.Arrays.stream(likelihood).sum();
        return new BasinWeights(
                java.util.Arrays.stream(likelihood).map(x -> x / sum).boxed().toList(), best);
    }

    /** Whether every basin but the best is ruled out at 95 %. */
    public boolean isDecided() {
        return weights.get(best) >= 1 - RULED_OUT;
    }
}
