package org.nocturne.generator.refinement;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.nocturne.core.port.Observable;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.misfit.Adjustment;
import org.nocturne.generator.misfit.ReducedChiSquare;

/**
 * Finds the force under which MD of K structures of N atoms at T has a mean pattern that meets a target. Of all ensembles it is the one that
 * minimises the free energy and the misfit together,
 *
 * <pre> F = sum_a (&lt;E&gt;_a - T S_a) + lambda K N M(&lt;S&gt;),   so  p_a ~ exp(-(E + N sum_q c(q) S(q))/kB T),
 * c(q) = lambda dM/dS(q) at the mean,</pre>
 *
 * the maximum-entropy ensemble with the target's errors (Pitera and Chodera, J. Chem. Theory Comput. 8, 3445 (2012); Hummer and Koefinger,
 * J. Chem. Phys. 143, 243150 (2015)). Its widths are those of a Boltzmann distribution, which no set of structures that was moved
 * under frozen displacements has. At T = 0 it is {@link EnsembleRefinement}. The potential is one of pairs, as in empirical
 * potential structure refinement (Soper, Chem. Phys. 202, 295 (1996)).
 *
 * <p>c depends on the mean that it brings about. Each round samples under c, and moves it by a Newton step of that self-consistency, with the
 * response d&lt;S&gt;/dc = -N Cov(S)/kB T that the samples themselves show: without it c overshoots, since many points of a pattern
 * move together. The weight rises from below until chi2 is at the noise.
 */
public final class EnsembleConditioning {
    private final Observable observable;
    private final Spectrum fitted;
    private final ReducedChiSquare misfit;
    private final NoiseFloor floor;
    private final ConditioningSettings settings;

    /** MD of the set. */
    @FunctionalInterface
    public interface Sampler {
        /**
         * Goes on from where the last round ended, with c(q) in force.
         *
         * @param perAtom eV per atom for a change of S(q) by 1
         * @return for each structure as many configurations, 2 or more
         */
        List<List<Structure>> sample(double[] perAtom) throws IOException;
    }

    /**
     * @param observable on the grid of {@code fitted}
     * @param fitted the points that are fitted, with their errors
     */
    public EnsembleConditioning(
            Observable observable, Spectrum fitted, Adjustment adjustment, ConditioningSettings settings) {
        this.observable = observable;
        this.fitted = fitted;
        this.misfit = new ReducedChiSquare(fitted, adjustment);
        this.floor = new NoiseFloor(fitted.size() - adjustment.parameters());
        this.settings = settings;
    }

    public NoiseFloor floor() {
        return floor;
    }

    /**
     * Conditions the ensemble that the sampler draws from.
     *
     * @param progress is told every round
     */
    public Conditioned condition(Kelvin temperature, Sampler sampler, Consumer<ConditioningRound> progress)
            throws IOException {
        double[] c = new double[fitted.size()];
        List<ConditioningRound> rounds = new ArrayList<>();
        Weight weight = new Weight(settings, floor);
        while (rounds.size() < settings.mostRounds()) {
            List<List<Structure>> drawn = sampler.sample(c);
            PatternSamples samples = new PatternSamples(observable, drawn);
            double chi2 = misfit.of(samples.mean());
            rounds.add(new ConditioningRound(rounds.size() + 1, weight.lambdaEvPerAtom(), chi2));
            progress.accept(rounds.get(rounds.size() - 1));
            if (rounds.size() == 1 && !floor.isAbove(chi2)) {
                return new Conditioned(c, 0, !floor.isBelow(chi2), rounds);
            }
            if (weight.settles(chi2)) {
                return new Conditioned(c, weight.lambdaEvPerAtom(), true, rounds);
            }
            if (weight.isOutOfReach()) {
                break;
            }
            int atoms = drawn.get(0).get(0).size();
            c = next(c, samples, weight.lambdaEvPerAtom(), atoms / temperature.energyEv());
        }
        return new Conditioned(c, weight.lambdaEvPerAtom(), false, rounds);
    }

    /**
     * (1 + lambda A N C/kB T) dc = lambda M' - c with A the second derivative of the misfit, of which a share is made.
     *
     * @param stiffness N/kB T
     */
    private double[] next(double[] c, PatternSamples samples, double lambda, double stiffness) {
        double[] mean = samples.mean();
        double[] slope = misfit.slope(mean);
        double scale = misfit.adjusted(mean).scale();
        double[] sigma = fitted.sigma();
        DMatrixRMaj matrix = samples.covarianceWithin();
        DMatrixRMaj right = new DMatrixRMaj(c.length, 1);
        for (int i = 0; i < c.length; i++) {
            double curvature = 2 * scale * scale / (sigma[i] * sigma[i] * floor.degreesOfFreedom());
            for (int j = 0; j < c.length; j++) {
                matrix.data[i * c.length + j] *= lambda * curvature * stiffness;
            }
            matrix.add(i, i, 1);
            right.set(i, 0, lambda * slope[i] - c[i]);
        }
        DMatrixRMaj step = new DMatrixRMaj(c.length, 1);
        if (!CommonOps_DDRM.solve(matrix, right, step)) {
            throw new IllegalStateException("the response of the pattern is singular");
        }
        double[] out = c.clone();
        for (int k = 0; k < out.length; k++) {
            out[k] += settings.mixing() * step.get(k, 0);
        }
        return out;
    }
}
