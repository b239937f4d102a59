package org.nocturne.generator.conditioning;

import java.util.ArrayList;
import java.util.List;
import org.nocturne.core.spectrum.Spectrum;

/**
 * Size, length and profile of the discrepancy between a model and a target, by the greatest likelihood on a grid, the scalars being fitted anew at
 * each of its points. The length is at least two steps of the grid and at most an eighth of its range: what is smoother than that is not told
 * from a background.
 */
public final class DiscrepancySearch {
    private static final int LENGTHS = 6;
    private static final int SIZES = 11;
    private static final double SMALLEST_IN_SIGMA = 0.25;
    private static final double STEP = 1.7;

    private DiscrepancySearch() {}

    /** The likeliest discrepancy; {@link Discrepancy#NONE} where none is likelier. */
    public static Discrepancy of(PatternSurface surface, Spectrum target, List<Scalar> free) {
        double[] q = target.qPerAngstrom();
        double shortest = 2 * (q[q.length - 1] - q[0]) / (q.length - 1);
        double longest = (q[q.length - 1] - q[0]) / 8;
        double sigma = 0;
        for (double s : target.sigma()) {
            sigma += s / target.size();
        }
        Discrepancy best = Discrepancy.NONE;
        double least = cost(surface, target, free, best);
        for (Discrepancy trial : trials(SMALLEST_IN_SIGMA * sigma, shortest, longest)) {
            double cost = cost(surface, target, free, trial);
            if (cost < least) {
                least = cost;
                best = trial;
            }
        }
        return best;
    }

    private static List<Discrepancy> trials(double smallest, double shortest, double longest) {
        List<Discrepancy> out = new ArrayList<>();
        for (Discrepancy.Profile profile : Discrepancy.Profile.values()) {
            for (int l = 0; l < LENGTHS; l++) {
                for (int a = 0; a < SIZES; a++) {
                    out.add(new Discrepancy(
                            smallest * Math.pow(STEP, a),
                            shortest * Math.pow(longest / shortest, l / (LENGTHS - 1.0)),
                            profile));
                }
            }
        }
        return out;
    }

    private static double cost(PatternSurface surface, Spectrum target, List<Scalar> free, Discrepancy trial) {
        return new ScalarConditioner(surface, target, Double.POSITIVE_INFINITY, trial).twiceMinusLogLikelihood(free);
    }
}
