package org.nocturne.adapters.builtin.motion;

import java.util.Collections;
import org.nocturne.adapters.builtin.potential.PotentialEnergySurface;
import org.nocturne.adapters.builtin.potential.StillingerWeber;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** What the tests of motion move. */
final class Silicon {
    private static final double A_ANGSTROM = 5.431;

    private Silicon() {}

    static StillingerWeber potential() {
        return StillingerWeber.ofLammpsFile(StillingerWeber.SILICON);
    }

    static Engine engine() {
        return new Engine(potential(), 1, 100, 1);
    }

    static PotentialEnergySurface surface(int n) {
        return engine().surface(crystal(n));
    }

    static Structure crystal(int n) {
        double[] xyz = {
            0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0, .25, .25, .25, .25, .75, .75, .75, .25, .75, .75, .75, .25
        };
        for (int k = 0; k < xyz.length; k++) {
            xyz[k] *= A_ANGSTROM;
        }
        return new Structure(Cell.cubic(A_ANGSTROM), Collections.nCopies(8, Element.SI), xyz).repeated(n, n, n);
    }
}
