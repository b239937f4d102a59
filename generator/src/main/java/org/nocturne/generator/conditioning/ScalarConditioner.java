package org.nocturne.generator.conditioning;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;
import org.nocturne.core.spectrum.Spectrum;

/**
 * Finds the scalars that a measured pattern determines, by generalised least squares with the full covariance: the target's errors,
 * the error of the computed surface, and the thermal fluctuation of the target where it is itself a mean over few configurations. Those
 * thermal parts move many points together, and intervals from a diagonal covariance would be far too narrow.
 *
 * <p>The covariance is that at the present estimate, found again until it no longer moves it (iterated generalised least squares; Seber
 * and Wild, Nonlinear Regression, 1989, section 2.8). The interval of T is that of the profile likelihood, chi2 rising by 3.84, and by as
 * much more as the best chi2 is too large.
 */
public final class ScalarConditioner {
    private static final double CHI_SQUARE_95 = 3.841;
    private static final int SCAN = 25;
    private static final int ROUNDS = 3;
    private static final int MOST_STEPS = 200;

    private final PatternSurface surface;
    private final Spectrum target;
    private final double targetConfigurations;
    private final Discrepancy discrepancy;

    /**
     * @param surface on the grid of the target
     * @param targetConfigurations how many independent configurations of the model's size the target is a mean of; infinite for a
     *     measurement
     */
    public ScalarConditioner(PatternSurface surface, Spectrum target, double targetConfigurations) {
        this(surface, target, targetConfigurations, Discrepancy.NONE);
    }

    /** The same for a model that is known to differ from the material. */
    public ScalarConditioner(
            PatternSurface surface, Spectrum target, double targetConfigurations, Discrepancy discrepancy) {
        if (!target.hasSigma()) {
            throw new IllegalArgumentException("the target states no errors; a third column with them is wanted");
        }
        if (surface.points() != target.size()) {
            throw new IllegalArgumentException(
                    "the surface has " + surface.points() + " points, the target " + target.size());
        }
        this.surface = surface;
        this.target = target;
        this.targetConfigurations = targetConfigurations;
        this.discrepancy = discrepancy;
    }

    /** Fits these scalars; the temperature must be among them. */
    public ScalarFit fit(List<Scalar> free) {
        if (!free.contains(Scalar.TEMPERATURE)) {
            throw new IllegalArgumentException("free are " + free + "; the temperature must be among them");
        }
        double[] best = start(free);
        Whitening whitening = whitening(best, free, true);
        for (int round = 0; round < ROUNDS; round++) {
            whitening = whitening(best, free, true);
            best = minimum(free, best, whitening, Double.NaN);
        }
        double chiSquare = chiSquare(free, best, whitening, Double.NaN);
        int freedom = target.size() - free.size();
        double rise = CHI_SQUARE_95 * Math.max(1, chiSquare / freedom);
        int t = free.indexOf(Scalar.TEMPERATURE);
        double low = crossing(free, best, whitening, chiSquare + rise, surface.lowestK());
        double high = crossing(free, best, whitening, chiSquare + rise, surface.highestK());
        FisherMatrix fisher = fisher(free, best, whitening);
        double[] covariance = fisher.inverse();
        double[] bound = fisher(free, best, whitening(best, free, false)).inverse();
        double[] errors = new double[free.size()];
        for (int p = 0; p < errors.length; p++) {
            errors[p] = Math.sqrt(covariance[p * errors.length + p]);
        }
        boolean inside = low > surface.lowestK() && high < surface.highestK();
        return new ScalarFit(
                List.copyOf(free),
                best,
                errors,
                covariance,
                low,
                high,
                chiSquare,
                freedom,
                Math.sqrt(bound[t * free.size() + t]),
                fisher.directions(sizes(free, best)),
                inside);
    }

    /** chi2 + log det C at the best scalars, but for a constant. */
    double twiceMinusLogLikelihood(List<Scalar> free) {
        double[] best = start(free);
        Whitening whitening = whitening(best, free, true);
        best = minimum(free, best, whitening, Double.NaN);
        return chiSquare(free, best, whitening, Double.NaN) + whitening.logDeterminant();
    }

    /** The best of a scan over T, scale and background by least squares at each, no strain. */
    private double[] start(List<Scalar> free) {
        double[] best = new double[free.size()];
        double least = Double.POSITIVE_INFINITY;
        Whitening plain = new Whitening(target.sigma(), new DMatrixRMaj(target.size(), target.size()));
        for (int k = 0; k < SCAN; k++) {
            double[] trial = new double[free.size()];
            double kelvin = surface.lowestK() + (surface.highestK() - surface.lowestK()) * (k + 0.5) / SCAN;
            for (int p = 0; p < trial.length; p++) {
                trial[p] = free.get(p) == Scalar.TEMPERATURE ? kelvin : free.get(p) == Scalar.SCALE ? ratio(kelvin) : 0;
            }
            double[] found = minimum(free, trial, plain, kelvin);
            double chiSquare = chiSquare(free, found, plain, kelvin);
            if (chiSquare < least) {
                least = chiSquare;
                best = found;
            }
        }
        return best;
    }

    private double ratio(double kelvin) {
        return Arrays.stream(target.intensity()).sum()
                / Arrays.stream(surface.at(kelvin)).sum();
    }

    private PatternModel model(List<Scalar> free) {
        return new PatternModel(surface, target.qPerAngstrom(), free, Double.NaN);
    }

    private Whitening whitening(double[] parameters, List<Scalar> free, boolean withModel) {
        PatternModel model = model(free);
        double kelvin = clamped(model.of(parameters, Scalar.TEMPERATURE));
        double scale = model.of(parameters, Scalar.SCALE);
        DMatrixRMaj rest = new DMatrixRMaj(target.size(), target.size());
        if (withModel) {
            surface.addError(rest, kelvin, scale);
            discrepancy.addTo(rest, target);
        }
        if (Double.isFinite(targetConfigurations)) {
            surface.addThermal(rest, kelvin, targetConfigurations, scale);
        }
        return new Whitening(target.sigma(), rest);
    }

    private double clamped(double kelvin) {
        return Math.min(surface.highestK(), Math.max(surface.lowestK(), kelvin));
    }

    /** @param heldK temperature that is held; NaN where it is free */
    private double[] minimum(List<Scalar> free, double[] from, Whitening whitening, double heldK) {
        PatternModel model = model(free);
        int t = free.indexOf(Scalar.TEMPERATURE);
        double[] start = from.clone();
        start[t] = Double.isNaN(heldK) ? start[t] : heldK;
        var problem = new LeastSquaresBuilder()
                .start(start)
                .target(whitening.of(target.intensity()))
                .model(point -> evaluated(model, point, whitening, t, heldK))
                .parameterValidator(point -> {
                    point.setEntry(t, Double.isNaN(heldK) ? clamped(point.getEntry(t)) : heldK);
                    return point;
                })
                .maxEvaluations(MOST_STEPS)
                .maxIterations(MOST_STEPS)
                .build();
        return new LevenbergMarquardtOptimizer().optimize(problem).getPoint().toArray();
    }

    private static Pair<RealVector, org.hipparchus.linear.RealMatrix> evaluated(
            PatternModel model, RealVector point, Whitening whitening, int t, double heldK) {
        double[] parameters = point.toArray();
        double[][] slopes = model.slopes(parameters);
        if (!Double.isNaN(heldK)) {
            slopes[t] = new double[slopes[t].length];
        }
        Array2DRowRealMatrix jacobian = new Array2DRowRealMatrix(slopes[0].length, slopes.length);
        for (int p = 0; p < slopes.length; p++) {
            jacobian.setColumn(p, whitening.of(slopes[p]));
        }
        return new Pair<>(new ArrayRealVector(whitening.of(model.at(parameters)), false), jacobian);
    }

    private double chiSquare(List<Scalar> free, double[] parameters, Whitening whitening, double heldK) {
        double[] held = parameters.clone();
        if (!Double.isNaN(heldK)) {
            held[free.indexOf(Scalar.TEMPERATURE)] = heldK;
        }
        double[] r = model(free).at(held);
        for (int k = 0; k < r.length; k++) {
            r[k] = target.intensity()[k] - r[k];
        }
        return Arrays.stream(whitening.of(r)).map(x -> x * x).sum();
    }

    /** Where the profile of chi2 crosses a level between the minimum and an end of the range; the end where it does not. */
    private double crossing(List<Scalar> free, double[] best, Whitening whitening, double level, double end) {
        int t = free.indexOf(Scalar.TEMPERATURE);
        double inside = best[t];
        double outside = end;
        if (profile(free, best, whitening, end) < level) {
            return end;
        }
        while (Math.abs(outside - inside) > 1e-3 * (surface.highestK() - surface.lowestK()) / SCAN) {
            double middle = (inside + outside) / 2;
            if (profile(free, best, whitening, middle) < level) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return (inside + outside) / 2;
    }

    private double profile(List<Scalar> free, double[] best, Whitening whitening, double kelvin) {
        return chiSquare(free, minimum(free, best, whitening, kelvin), whitening, kelvin);
    }

    private FisherMatrix fisher(List<Scalar> free, double[] best, Whitening whitening) {
        double[][] slopes = model(free).slopes(best);
        for (int p = 0; p < slopes.length; p++) {
            slopes[p] = whitening.of(slopes[p]);
        }
        return FisherMatrix.of(slopes);
    }

    /** Each scalar's own size: T in T, strain in 1 %, scale in itself, background in the mean intensity. */
    private double[] sizes(List<Scalar> free, double[] best) {
        double[] out = new double[free.size()];
        for (int p = 0; p < out.length; p++) {
            out[p] = switch (free.get(p)) {
                case TEMPERATURE, SCALE -> Math.abs(best[p]);
                case STRAIN -> 0.01;
                case BACKGROUND -> Arrays.stream(target.intensity()).average().orElse(1);
            };
        }
        return out;
    }
}
