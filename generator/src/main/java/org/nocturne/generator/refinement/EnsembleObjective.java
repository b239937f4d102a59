package org.nocturne.generator.refinement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nocturne.core.port.Forces;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.misfit.DifferentiableMisfit;
import org.nocturne.generator.scattering.DifferentiableObservable;

/**
 * What is minimised over the displacements d_a of K structures of N atoms from where they began,
 *
 * <pre> F = sum_a E(X_a + d_a) + lambda K N M(S),   S = (1/K) sum_a (1/n_a) sum_s I(X_a + d_a + u_as)</pre>
 *
 * with the energy of the code, the misfit M of the mean pattern, and the frozen thermal displacements u. The misfit is that of the
 * ensemble, so its force on one structure is the pair force of the mean's residual over K n_a: structures may differ as they will as long as
 * the mean fits (compare empirical potential structure refinement, Soper, Chem. Phys. 202, 295 (1996), which moves one).
 */
final class EnsembleObjective implements Lbfgs.Function {
    private final List<Structure> start;
    private final List<? extends Forces> forces;
    private final DifferentiableObservable observable;
    private final DifferentiableMisfit misfit;
    private final Displaced displaced;
    private final double lambdaEvPerAtom;

    EnsembleObjective(
            List<Structure> start,
            List<? extends Forces> forces,
            DifferentiableObservable observable,
            DifferentiableMisfit misfit,
            Displaced displaced,
            double lambdaEvPerAtom) {
        this.start = start;
        this.forces = forces;
        this.observable = observable;
        this.misfit = misfit;
        this.displaced = displaced;
        this.lambdaEvPerAtom = lambdaEvPerAtom;
    }

    @Override
    public double at(double[] d, double[] gradient) {
        List<Structure> moved = moved(start, d);
        double energy = 0;
        int from = 0;
        int atoms = 0;
        for (int a = 0; a < moved.size(); a++) {
            int length = 3 * start.get(a).size();
            Forces.Evaluation found = forces.get(a).at(Arrays.copyOfRange(d, from, from + length));
            energy += found.energyEv();
            for (int k = 0; k < length; k++) {
                gradient[from + k] = -found.forcesEvPerAngstrom()[k];
            }
            from += length;
            atoms += start.get(a).size();
        }
        double[] mean = MeanPattern.of(observable, moved, displaced);
        addPairForces(moved, misfit.slope(mean), lambdaEvPerAtom * atoms, gradient);
        return energy + lambdaEvPerAtom * atoms * misfit.of(mean);
    }

    private void addPairForces(List<Structure> moved, double[] slope, double weight, double[] gradient) {
        int from = 0;
        for (int a = 0; a < moved.size(); a++) {
            List<double[]> fields = displaced.fields().get(a);
            double share = weight / (moved.size() * fields.size());
            for (double[] u : fields) {
                double[] pull = observable.pullBack(moved.get(a).displaced(u), slope);
                for (int k = 0; k < pull.length; k++) {
                    gradient[from + k] += share * pull[k];
                }
            }
            from += 3 * start.get(a).size();
        }
    }

    static List<Structure> moved(List<Structure> start, double[] d) {
        List<Structure> out = new ArrayList<>();
        int from = 0;
        for (Structure one : start) {
            int length = 3 * one.size();
            out.add(one.displaced(Arrays.copyOfRange(d, from, from + length)));
            from += length;
        }
        return out;
    }
}
