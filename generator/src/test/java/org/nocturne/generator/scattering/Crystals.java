package org.nocturne.generator.scattering;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** Small structures made on the spot. */
final class Crystals {
    private Crystals() {}

    /** Eight atoms of diamond silicon. */
    static Structure diamond(double edge) {
        double[][] sites = {
            {0, 0, 0},
            {0, .5, .5},
            {.5, 0, .5},
            {.5, .5, 0},
            {.25, .25, .25},
            {.25, .75, .75},
            {.75, .25, .75},
            {.75, .75, .25}
        };
        double[] xyz = Arrays.stream(sites)
                .flatMapToDouble(Arrays::stream)
                .map(s -> s * edge)
                .toArray();
        return new Structure(Cell.cubic(edge), Collections.nCopies(8, Element.SI), xyz);
    }

    /** Each coordinate moved by a Gaussian step. */
    static Structure rattled(Structure structure, double sigmaAngstrom, long seed) {
        Random random = new Random(seed);
        return structure.withPositions(Arrays.stream(structure.xyzAngstrom())
                .map(x -> x + sigmaAngstrom * random.nextGaussian())
                .toArray());
    }

    /** Atoms anywhere in a skewed cell, silicon and oxygen in turn. */
    static Structure skewedGas(int atoms, long seed) {
        Cell cell = Cell.periodic(9, 0, 0, 1.5, 8, 0, -1, 2, 10);
        return gas(cell, atoms, seed, List.of(Element.SI, Element.O));
    }

    static Structure gas(Cell cell, int atoms, long seed, List<Element> inTurn) {
        Random random = new Random(seed);
        double[] xyz = new double[3 * atoms];
        double[] one = new double[3];
        Element[] species = new Element[atoms];
        for (int i = 0; i < atoms; i++) {
            cell.toCartesian(random.nextDouble(), random.nextDouble(), random.nextDouble(), one);
            System.arraycopy(one, 0, xyz, 3 * i, 3);
            species[i] = inTurn.get(i % inTurn.size());
        }
        return new Structure(cell, List.of(species), xyz);
    }
}
