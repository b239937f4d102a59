package org.nocturne.routes.cli.step;

import java.util.List;
import java.util.Optional;
import org.hipparchus.stat.descriptive.moment.Mean;
import org.hipparchus.stat.descriptive.moment.Variance;
import org.nocturne.core.port.Observable;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.misfit.Adjustment;
import org.nocturne.generator.misfit.RStructureFactor;
import org.nocturne.generator.misfit.ReducedChiSquare;
import org.nocturne.generator.misfit.Rwp;
import org.nocturne.generator.misfit.ScaleAndBackground;
import org.nocturne.generator.refinement.Displaced;
import org.nocturne.generator.refinement.HeldOutPoints;
import org.nocturne.generator.refinement.MeanPattern;

/** Judges a set against the whole target, the points that were fitted and those held out. */
record RefineJudgement(Observable observable, Spectrum target, HeldOutPoints points, Adjustment adjustment) {

    /**
     * One state of the set.
     *
     * @param chi2Fitted per degree of freedom
     * @param chi2HeldOut per point, with scale and background as fitted; empty where none is held out
     * @param energyEvPerAtom mean over structures
     * @param energySpreadEvPerAtom standard deviation between structures
     * @param patternSpread standard deviation between structures of the intensity, root mean square over points
     */
    record State(
            String name,
            double chi2Fitted,
            Optional<Double> chi2HeldOut,
            double rwp,
            double rMinusOne,
            double energyEvPerAtom,
            double energySpreadEvPerAtom,
            double patternSpread) {}

    State of(String name, List<Structure> structures, Displaced displaced, double[] energiesEv) {
        double[] mean = MeanPattern.of(observable, structures, displaced);
        ReducedChiSquare fitted = new ReducedChiSquare(points.fitted(target), adjustment);
        ScaleAndBackground adjusted = fitted.adjusted(points.fitted(mean));
        double[] laid = adjusted.apply(mean);
        double[] perAtom = new double[energiesEv.length];
        for (int a = 0; a < perAtom.length; a++) {
            perAtom[a] = energiesEv[a] / structures.get(a).size();
        }
        return new State(
                name,
                fitted.of(points.fitted(mean)),
                points.every() == 0
                        ? Optional.empty()
                        : Optional.of(
                                new ReducedChiSquare(points.heldOut(target), Adjustment.NONE).of(points.heldOut(laid))),
                new Rwp(target, Adjustment.NONE).of(laid),
                new RStructureFactor(target, 0, Double.MAX_VALUE).of(laid),
                new Mean().evaluate(perAtom),
                Math.sqrt(new Variance().evaluate(perAtom)),
                patternSpread(structures, displaced));
    }

    private double patternSpread(List<Structure> structures, Displaced displaced) {
        double[] sum = new double[target.size()];
        double[] square = new double[target.size()];
        int n = structures.size();
        for (int a = 0; a < n; a++) {
            double[] one = MeanPattern.of(
                    observable,
                    List.of(structures.get(a)),
                    new Displaced(List.of(displaced.fields().get(a))));
            for (int k = 0; k < one.length; k++) {
                sum[k] += one[k];
                square[k] += one[k] * one[k];
            }
        }
        double variance = 0;
        for (int k = 0; k < sum.length; k++) {
            variance += Math.max(0, square[k] - sum[k] * sum[k] / n) / (n - 1) / sum.length;
        }
        return Math.sqrt(variance);
    }
}
