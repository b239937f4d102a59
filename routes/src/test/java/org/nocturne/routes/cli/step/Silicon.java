package org.nocturne.routes.cli.step;

import java.util.Collections;
import java.util.Random;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** Diamond silicon, a = 5.431 angstrom. */
public final class Silicon {
    private Silicon() {}

    public static Structure crystal(int n) {
        double[] fractional = {
            0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0, .25, .25, .25, .25, .75, .75, .75, .25, .75, .75, .75, .25
        };
        double[] xyz = new double[24];
        for (int k = 0; k < 24; k++) {
            xyz[k] = 5.431 * fractional[k];
        }
        return new Structure(Cell.cubic(5.431), Collections.nCopies(8, Element.SI), xyz).repeated(n, n, n);
    }

    public static Structure shaken(int n, double sigmaAngstrom, long seed) {
        Random random = new Random(seed);
        double[] u = new double[3 * 8 * n * n * n];
        for (int k = 0; k < u.length; k++) {
            u[k] = sigmaAngstrom * random.nextGaussian();
        }
        return crystal(n).displaced(u);
    }
}
