package org.nocturne.generator.scattering;

import org.nocturne.core.structure.Structure;

/**
 * The sums by Fourier transforms of a mesh: for each h the atoms, each with its phase exp(i h b1.r), are spread over the plane of the other two
 * coordinates, which is transformed. One plane at a time stays in the processor's cache, whatever the size of the cell; work grows as N^(4/3), that of the
 * plain sums as N^2. Each sum is off by about 1e-9 of the number of atoms of its species.
 */
final class ReciprocalMesh extends ReciprocalRows {
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
    ReciprocalMesh(ReciprocalMesh other) {
        super(other.structure, other.species, other.gLimit);
        structure = other.structure;
        gLimit = other.gLimit;
        atoms = other.atoms;
        plane = new MeshPlane(atoms, lLimit);
        waves = waves();
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
