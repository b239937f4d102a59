package org.nocturne.adapters.builtin;

import org.nocturne.adapters.builtin.motion.Engine;
import org.nocturne.adapters.builtin.potential.NotFiniteException;
import org.nocturne.adapters.builtin.potential.PotentialEnergySurface;
import org.nocturne.core.port.Forces;
import org.nocturne.core.port.ForcesException;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;

/** Forces and energies in this process: there is no program to keep alive. */
final class BuiltinForces implements Forces {
    private final PotentialEnergySurface surface;
    private final Structure around;

    BuiltinForces(Engine engine, Structure around) {
        this.surface = engine.surface(around);
        this.around = around;
    }

    @Override
    public Evaluation at(double[] displacementsAngstrom) {
        double[] xyz = around.xyzAngstrom();
        if (displacementsAngstrom.length != xyz.length) {
            throw new IllegalArgumentException(
                    "found " + displacementsAngstrom.length + " displacements for " + around.size() + " atoms");
        }
        for (int k = 0; k < xyz.length; k++) {
            xyz[k] += displacementsAngstrom[k];
        }
        try {
            surface.moveTo(xyz);
        } catch (NotFiniteException e) {
            throw new ForcesException(Cause.NOT_FINITE, String.valueOf(e.getMessage()));
        }
        return new Evaluation(surface.energyEv(), surface.forces().clone());
    }

    @Override
    public boolean hasEnergy() {
        return true;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
