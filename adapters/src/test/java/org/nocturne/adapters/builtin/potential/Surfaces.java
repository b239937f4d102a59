package org.nocturne.adapters.builtin.potential;

import java.util.Collections;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** What the tests of potentials share. */
final class Surfaces {
    private Surfaces() {}

    static PotentialEnergySurface at(Potential potential, Structure structure) throws NotFiniteException {
        PotentialEnergySurface surface = new PotentialEnergySurface(potential, structure, 1);
        surface.moveTo(structure.xyzAngstrom());
        return surface;
    }

    static double energy(Potential potential, Structure structure) throws NotFiniteException {
        return at(potential, structure).energyEv();
    }

    static Structure open(Element element, double... xyz) {
        return new Structure(Cell.open(), Collections.nCopies(xyz.length / 3, element), xyz);
    }

    static Structure fcc(Element element, double aAngstrom) {
        double h = aAngstrom / 2;
        return new Structure(
                Cell.cubic(aAngstrom), Collections.nCopies(4, element), new double[] {0, 0, 0, 0, h, h, h, 0, h, h, h, 0
                });
    }

    static Structure diamond(Element element, double aAngstrom) {
        double[] xyz = {
            0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0, .25, .25, .25, .25, .75, .75, .75, .25, .75, .75, .75, .25
        };
        for (int k = 0; k < xyz.length; k++) {
            xyz[k] *= aAngstrom;
        }
        return new Structure(Cell.cubic(aAngstrom), Collections.nCopies(8, element), xyz);
    }
}
