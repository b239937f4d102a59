package org.nocturne.routes.cli.bench.inputs;

import java.util.Collections;
import java.util.Random;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** The structures of the bench: so many cubic cells of silicon, each atom moved at random, so that no two distances are the same. */
public final class Rattled {
    private static final double MOVED_ANGSTROM = 0.1;

    private Rattled() {}

    /** @param cells along each edge: 8 cells^3 atoms */
    public static Structure silicon(int cells, long seed) {
        Structure perfect = PerfectSilicon.cell().repeated(cells, cells, cells);
        double[] moved = perfect.xyzAngstrom();
        Random random = new Random(seed);
        for (int k = 0; k < moved.length; k++) {
            moved[k] += MOVED_ANGSTROM * random.nextGaussian();
        }
        return perfect.withPositions(moved);
    }

    /** The first atoms of it, as a molecule. */
    public static Structure molecule(int atoms, long seed) {
        Structure block = silicon(2, seed);
        double[] xyz = new double[3 * atoms];
        System.arraycopy(block.xyzAngstrom(), 0, xyz, 0, xyz.length);
        return new Structure(Cell.open(), Collections.nCopies(atoms, Element.SI), xyz);
    }
}
