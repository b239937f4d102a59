package org.nocturne.generator.refinement;

import java.util.Collections;
import java.util.SplittableRandom;
import org.nocturne.core.port.Forces;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.NeighbourList;
import org.nocturne.core.structure.Structure;

/** Spheres with the energy (1 - (r/d)^2)^3 eV of each pair closer than d = 3.6 angstrom: smooth, and solid where they are packed. */
final class SoftSpheres implements Forces {
    private static final double D = 3.6;

    private final Structure around;

    SoftSpheres(Structure around) {
        this.around = around;
    }

    /** 64 of them at random in a box of 13 angstrom, at rest. */
    static Structure glass(long seed) {
        double[] xyz = new SplittableRandom(seed).doubles(3 * 64, 0, 13).toArray();
        Structure gas = new Structure(Cell.cubic(13), Collections.nCopies(64, Element.AR), xyz);
        SoftSpheres spheres = new SoftSpheres(gas);
        Lbfgs.Function energy = (u, gradient) -> {
            Evaluation found = spheres.at(u);
            for (int k = 0; k < u.length; k++) {
                gradient[k] = -found.forcesEvPerAngstrom()[k];
            }
            return found.energyEv();
        };
        return gas.displaced(new Lbfgs(20, 0.3, 1e-6, 5000)
                .minimise(energy, new double[xyz.length])
                .x());
    }

    @Override
    public Evaluation at(double[] u) {
        Structure here = around.displaced(u);
        NeighbourList near = NeighbourList.of(here, D);
        double energy = 0;
        double[] forces = new double[u.length];
        for (int i = 0; i < here.size(); i++) {
            for (int n = near.first(i); n < near.first(i + 1); n++) {
                double square = near.distance(n) * near.distance(n) / (D * D);
                energy += Math.pow(1 - square, 3) / 2;
                double push = 6 * Math.pow(1 - square, 2) / (D * D);
                forces[3 * i] -= push * near.dx(n);
                forces[3 * i + 1] -= push * near.dy(n);
                forces[3 * i + 2] -= push * near.dz(n);
            }
        }
        return new Evaluation(energy, forces);
    }

    @Override
    public boolean hasEnergy() {
        return true;
    }

    @Override
    public void close() {}
}
