package org.nocturne.generator.misfit;

import org.nocturne.core.structure.Structure;
import org.nocturne.generator.scattering.DifferentiableObservable;

/** A misfit with a slope. */
public interface DifferentiableMisfit extends Misfit {

    /** d misfit / d calculated, one value per point. */
    double[] slope(double[] calculated);

    /** d misfit / d position of every atom, length 3N, per angstrom. */
    default double[] gradient(DifferentiableObservable observable, Structure structure) {
        return observable.pullBack(structure, slope(observable.intensity(structure)));
    }
}
