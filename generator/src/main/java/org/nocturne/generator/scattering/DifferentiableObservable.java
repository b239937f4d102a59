package org.nocturne.generator.scattering;

import org.nocturne.core.port.Observable;
import org.nocturne.core.structure.Structure;

/** An observable that can also say how the atoms should move to change it. */
public interface DifferentiableObservable extends Observable {

    /**
     * The chain rule backwards: gradient of a misfit with respect to the positions, in units of the misfit per angstrom.
     *
     * @param misfitSlope d misfit / d intensity, one value per grid point, taken at {@code intensity(structure)}
     * @return length 3N, laid out as the positions
     */
    double[] pullBack(Structure structure, double[] misfitSlope);
}
