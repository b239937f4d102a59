package org.nocturne.generator.scattering;

import org.nocturne.core.structure.Structure;

/**
 * Where each atom of a periodic cell is spread over a mesh of two of its coordinates, and by which weights ({@link SpreadKernel}). In order of species; shared by
 * the planes of all h.
 */
final class MeshAtoms {
    static final int WIDTH = SpreadKernel.WIDTH;

    /** Mesh points along the second and the third vector of the cell. */
    final int ny;

    final int nz;
    /** Points of a row of a plane, which has a margin of half a window on each side. */
    final int stride;
    /** First point of each atom in a plane. */
    final int[] corner;
    /** [atom * WIDTH + k]. */
    final double[] y;

    final double[] z;
    /** 2 pi times the first fractional coordinate. */
    final double[] phase;
    /** By how much a wave is too small, [|k|]. */
    final double[] correctionsY;

    final double[] correctionsZ;
    private final double[] atY;
    private final double[] atZ;

    MeshAtoms(Structure structure, SpeciesPairs species, int kLimit, int lLimit) {
        int[] order = species.atomsBySpecies();
        double[] fractional = PairWalk.fractional(structure);
        ny = SpreadKernel.points(kLimit);
        nz = SpreadKernel.points(lLimit);
        stride = nz + WIDTH;
        corner = new int[order.length];
        y = new double[WIDTH * order.length];
        z = new double[WIDTH * order.length];
        phase = new double[order.length];
        atY = new double[order.length];
        atZ = new double[order.length];
        for (int n = 0; n < order.length; n++) {
            phase[n] = 2 * Math.PI * within(fractional[3 * order[n]]);
            atY[n] = within(fractional[3 * order[n] + 1]) * ny;
            atZ[n] = within(fractional[3 * order[n] + 2]) * nz;
            int row = SpreadKernel.weights(atY[n], y, WIDTH * n) + WIDTH / 2;
            int column = SpreadKernel.weights(atZ[n], z, WIDTH * n) + WIDTH / 2;
            corner[n] = row * stride + column;
        }
        correctionsY = SpreadKernel.corrections(kLimit, ny);
        correctionsZ = SpreadKernel.corrections(lLimit, nz);
    }

    private static double within(double fractional) {
        return fractional - Math.floor(fractional);
    }

    /** Slopes of the weights of one atom with its place, per mesh spacing: [atom * WIDTH + k]. */
    void slopes(int n, double[] outY, double[] outZ) {
        SpreadKernel.slopes(atY[n], outY, WIDTH * n);
        SpreadKernel.slopes(atZ[n], outZ, WIDTH * n);
    }
}
