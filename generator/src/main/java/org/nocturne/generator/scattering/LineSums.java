package org.nocturne.generator.scattering;

import java.util.function.Supplier;
import org.nocturne.core.structure.Structure;

/**
 * S(G) of one half of reciprocal space, gathered on a {@link LineGrid}: by plain sums for few atoms, by {@link ReciprocalMesh} on all cores from {@value #MESH_FROM}
 * atoms on.
 */
final class LineSums {
    static final int MESH_FROM = 500;

    private final SpeciesPairs species;
    private final LineAmplitudes amplitudes;
    private final Supplier<LineGrid> grids;

    private LineSums(SpeciesPairs species, ScatteringAmplitude amplitude, Supplier<LineGrid> grids) {
        this.species = species;
        this.grids = grids;
        this.amplitudes = new LineAmplitudes(species, amplitude, grids.get());
    }

    /** @param grids makes one for each part, all alike */
    static double[] of(Structure structure, ScatteringAmplitude amplitude, double gLimit, Supplier<LineGrid> grids) {
        SpeciesPairs species = new SpeciesPairs(structure);
        LineSums sums = new LineSums(species, amplitude, grids);
        if (structure.size() < MESH_FROM) {
            return sums.part(new ReciprocalSweep(structure, species, gLimit), 0, 1);
        }
        return new ReciprocalMesh(structure, species, gLimit)
                .sum((mesh, part) -> sums.part(mesh, part, ReciprocalMesh.PARTS));
    }

    /** Every so manyth plane. */
    private double[] part(ReciprocalRows rows, int part, int parts) {
        LineGrid grid = grids.get();
        double[] gathered = new double[grid.size()];
        double[] f = new double[species.kinds()];
        for (int h = part; h <= rows.hLimit; h += parts) {
            rows.forEachRow(h, (plane, k) -> {
                for (int l = -rows.lMax(); l <= rows.lMax(); l++) {
                    double g = rows.length(l);
                    if (g >= 0) {
                        grid.moveTo(g);
                        amplitudes.at(grid, f);
                        grid.add(rows.intensity(l, f), gathered);
                    }
                }
            });
        }
        return gathered;
    }
}
