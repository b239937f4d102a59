package org.nocturne.generator.thermal;

import java.util.random.RandomGenerator;
import org.nocturne.core.port.Forces;
import org.nocturne.core.structure.Kelvin;

/** Moves a proposed configuration towards the ensemble of the true force, with the effective force constants as preconditioner. */
public interface Correction {

    /**
     * Corrects one configuration.
     *
     * @param proposed 3N displacements out of the inherent structure, angstrom
     * @param modes of the temperature
     * @throws IllegalArgumentException if it needs an energy and these forces have none
     * @throws org.nocturne.core.port.ForcesException if the forces fail
     */
    Corrected correct(
            double[] proposed, HarmonicModes modes, Forces forces, Kelvin temperature, RandomGenerator random);

    /** Whether forces without an energy will not do. */
    boolean needsEnergy();
}
