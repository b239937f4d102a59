package org.nocturne.generator.scattering;

import java.util.List;
import java.util.stream.IntStream;
import org.nocturne.core.structure.Structure;

/**
 * The sums by Fourier transforms of a mesh: for each h the atoms, each with its phase exp(i h b1.r), are spread over the plane of the other two
 * coordinates, which is transformed. One plane at a time stays in the processor's cache, whatever the size of the cell; work grows as N^(4/3), that of the
 * plain sums as N^2. Each sum is off by about 1e-9 of the number of atoms of its species.
 */
final class ReciprocalMesh extends ReciprocalRows {
    static final int PARTS = 16;

    private final Structure structure;
    private final double gLimit;
    final MeshAtoms atoms;
    final MeshPlane plane;
    private final double[][] waves;

    ReciprocalMesh(Structure structure, SpeciesPairs species, double gLimitPerAngstrom) {
        super(structure, species, gLimitPerAngstrom);
        this.structure = structure;
        this.gLimit = gLimitPerAngstrom;
        atoms = new MeshAtoms(structure, species, kLimit, lLimit);
        plane = new MeshPlane(atoms, lLimit);
        waves = waves();
    }

    /** The same for another thread. */
    private ReciprocalMesh(ReciprocalMesh other) {
        super(other.structure, other.species, other.gLimit);
        structure = other.structure;
        gLimit = other.gLimit;
        atoms = other.atoms;
        plane = new MeshPlane(atoms, lLimit);
        waves = waves();
    }

    /** What a part does: every {@link #PARTS}th plane from its number on, in a mesh of its own. */
    @FunctionalInterface
    interface Part {
        double[] of(ReciprocalMesh own, int number);
    }

    /** The sum of what all parts give, on all cores: the same however many there are, since the parts are, and added in the same order. */
    double[] sum(Part part) {
        List<double[]> parts = IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(number -> part.of(new ReciprocalMesh(this), number))
                .toList();
        double[] whole = parts.get(0);
        for (double[] other : parts.subList(1, PARTS)) {
            for (int k = 0; k < whole.length; k++) {
                whole[k] += other[k];
            }
        }
        return whole;
    }

    /** Places for the waves of every species. */
    double[][] waves() {
        double[][] out = new double[species.kinds()][];
        for (int a = 0; a < out.length; a++) {
            out[a] = plane.waves();
        }
        return out;
    }

    @Override
    void enterPlane(int h) {
        int[] start = species.starts();
        for (int a = 0; a < species.kinds(); a++) {
            plane.clear();
            for (int n = start[a]; n < start[a + 1]; n++) {
                plane.spread(n, Math.cos(h * atoms.phase[n]), Math.sin(h * atoms.phase[n]));
            }
            plane.toWaves(waves[a]);
        }
    }

    @Override
    void sum(int h, int k) {
        double correction = atoms.correctionsY[Math.abs(k)];
        for (int a = 0; a < species.kinds(); a++) {
            for (int l = -lMax(); l <= lMax(); l++) {
                int at = plane.place(k, l);
                re[a][lLimit + l] = correction * waves[a][at];
                im[a][lLimit + l] = correction * waves[a][at + 1];
            }
        }
    }
}
