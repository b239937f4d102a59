package org.nocturne.generator.thermal;

import org.nocturne.core.crystal.LocalEnvironments;
import org.nocturne.core.port.ForceModel;
import org.nocturne.core.port.Forces;
import org.nocturne.core.port.ForcesException;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Cause;

/** A learned force in one structure at one temperature. It has no energy: a network's force is no gradient. Closing them closes the model. */
public record ModelForces(ForceModel model, LocalEnvironments environments, Kelvin temperature) implements Forces {

    @Override
    public Evaluation at(double[] displacementsAngstrom) {
        double[] forces = model.forces(environments, displacementsAngstrom, temperature);
        for (int k = 0; k < forces.length; k++) {
            if (!Double.isFinite(forces[k])) {
                throw new ForcesException(
                        Cause.NOT_FINITE,
                        "the model's force " + "xyz".charAt(k % 3) + " on atom " + (k / 3 + 1) + " is " + forces[k]);
            }
        }
        return new Evaluation(Double.NaN, forces);
    }

    @Override
    public boolean hasEnergy() {
        return false;
    }

    @Override
    public void close() {
        model.close();
    }
}
