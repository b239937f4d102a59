package org.nocturne.core.port;

import org.nocturne.core.crystal.LocalEnvironments;
import org.nocturne.core.structure.Kelvin;

/** A learned force: from displacements out of an inherent structure to the forces on its atoms. */
public interface ForceModel extends AutoCloseable {

    /**
     * @param displacementsAngstrom 3N components, minimum image, in the order of the environments
     * @return 3N forces in eV/angstrom
     */
    double[] forces(LocalEnvironments environments, double[] displacementsAngstrom, Kelvin temperature);

    @Override
    void close();
}
