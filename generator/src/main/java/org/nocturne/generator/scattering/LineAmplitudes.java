package org.nocturne.generator.scattering;

import org.nocturne.core.structure.Element;

/** Amplitudes of every species on a {@link LineGrid}, which spares the exponentials of each line. Safe for several threads. */
final class LineAmplitudes {
    private final double[][] tables;

    LineAmplitudes(SpeciesPairs species, ScatteringAmplitude amplitude, LineGrid grid) {
        tables = new double[species.kinds()][];
        for (int a = 0; a < tables.length; a++) {
            Element element = species.element(a);
            tables[a] = grid.table(g -> amplitude.at(element, g));
        }
    }

    /** At the line to which a grid, like the one that it was made with, has gone. */
    void at(LineGrid grid, double[] f) {
        for (int a = 0; a < f.length; a++) {
            f[a] = grid.valueOf(tables[a]);
        }
    }
}
