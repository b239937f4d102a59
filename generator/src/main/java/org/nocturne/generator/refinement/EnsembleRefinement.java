package org.nocturne.generator.refinement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.nocturne.core.port.Forces;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.misfit.Adjustment;
import org.nocturne.generator.misfit.ReducedChiSquare;
import org.nocturne.generator.scattering.DifferentiableObservable;

/**
 * Moves a set of structures so that the mean of their patterns meets a target, as little against the energy as it takes: the weight of
 * the misfit rises until chi2 is at the noise floor. Where a step has gone below the floor it is taken back and a smaller weight is
 * tried, so what is returned never fits noise. Only the fitted points are known here.
 */
public final class EnsembleRefinement {
    private static final int MEMORY = 20;

    private final DifferentiableObservable observable;
    private final ReducedChiSquare misfit;
    private final NoiseFloor floor;
    private final RefinementSettings settings;

    /**
     * @param observable on the grid of {@code fitted}
     * @param fitted the points that are fitted, with their errors
     */
    public EnsembleRefinement(
            DifferentiableObservable observable, Spectrum fitted, Adjustment adjustment, RefinementSettings settings) {
        this.observable = observable;
        this.misfit = new ReducedChiSquare(fitted, adjustment);
        this.floor = new NoiseFloor(fitted.size() - adjustment.parameters());
        this.settings = settings;
    }

    public NoiseFloor floor() {
        return floor;
    }

    /** chi2 per degree of freedom of the mean pattern on the fitted points. */
    public double reducedChiSquare(List<Structure> structures, Displaced displaced) {
        return misfit.of(MeanPattern.of(observable, structures, displaced));
    }

    /**
     * Refines a set.
     *
     * @param forces of each structure, opened for it as it stands in {@code start}, with energies
     * @param displaced thermal displacements, kept as they are; {@link Displaced#none} for patterns of the structures as they are
     * @param progress is told every step
     * @throws IllegalArgumentException if numbers of structures, forces and displacements differ, or forces have no energy
     */
    public Refined refine(
            List<Structure> start,
            List<? extends Forces> forces,
            Displaced displaced,
            Consumer<RefinementStep> progress) {
        if (forces.size() != start.size() || displaced.fields().size() != start.size()) {
            throw new IllegalArgumentException(start.size() + " structures come with " + forces.size() + " forces and "
                    + displaced.fields().size() + " sets of displacements");
        }
        if (!forces.stream().allMatch(Forces::hasEnergy)) {
            throw new IllegalArgumentException("these forces have no energy; a refinement minimises one");
        }
        double[] above = new double[3 * start.stream().mapToInt(Structure::size).sum()];
        double chi2Above = reducedChiSquare(start, displaced);
        List<RefinementStep> steps = new ArrayList<>();
        if (!floor.isAbove(chi2Above)) {
            return new Refined(start, 0, chi2Above, !floor.isBelow(chi2Above), steps);
        }
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double lambda = settings.firstLambdaEvPerAtom();
        while (steps.size() < settings.mostSteps() && lambda <= settings.mostLambdaEvPerAtom()) {
            Lbfgs.End end = minimise(start, forces, displaced, lambda, above);
            List<Structure> moved = EnsembleObjective.moved(start, end.x());
            double chi2 = reducedChiSquare(moved, displaced);
            steps.add(new RefinementStep(lambda, chi2, end.evaluations()));
            progress.accept(steps.get(steps.size() - 1));
            if (floor.isAbove(chi2)) {
                low = lambda;
                above = end.x();
                chi2Above = chi2;
            } else if (floor.isBelow(chi2)) {
                high = lambda;
            } else {
                return new Refined(moved, lambda, chi2, true, steps);
            }
            lambda = next(low, high);
        }
        return new Refined(EnsembleObjective.moved(start, above), low, chi2Above, false, steps);
    }

    private double next(double low, double high) {
        if (Double.isInfinite(high)) {
            return low * settings.growth();
        }
        return low == 0 ? high / settings.growth() : Math.sqrt(low * high);
    }

    private Lbfgs.End minimise(
            List<Structure> start, List<? extends Forces> forces, Displaced displaced, double lambda, double[] from) {
        EnsembleObjective objective = new EnsembleObjective(start, forces, observable, misfit, displaced, lambda);
        return new Lbfgs(
                        MEMORY,
                        settings.capAngstrom(),
                        settings.smallForceEvPerAngstrom(),
                        settings.evaluationsPerStep())
                .minimise(objective, from);
    }
}
