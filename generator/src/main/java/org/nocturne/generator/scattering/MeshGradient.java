package org.nocturne.generator.scattering;

import java.util.Arrays;
import java.util.function.Supplier;
import org.nocturne.core.structure.Structure;

/**
 * Gradient of sum over half of the G of w(|G|) S(G) where S comes from a {@link ReciprocalMesh}: the derivative of just those numbers, through the slopes of the
 * weights by which atoms are spread. On all cores.
 */
final class MeshGradient {
    private static final int W = MeshAtoms.WIDTH;

    private final Structure structure;
    private final SpeciesPairs species;
    private final ReciprocalMesh mesh;
    private final int[] order;
    private final Supplier<LineGrid> grids;
    private final LineAmplitudes amplitudes;
    /** Slopes of the weights by which atoms are spread: [atom * W + k]. */
    private final double[] slopesY;

    private final double[] slopesZ;

    /** @param grids makes one for each part, all alike */
    MeshGradient(Structure structure, ScatteringAmplitude amplitude, double gLimit, Supplier<LineGrid> grids) {
        this.structure = structure;
        this.grids = grids;
        species = new SpeciesPairs(structure);
        amplitudes = new LineAmplitudes(species, amplitude, grids.get());
        mesh = new ReciprocalMesh(structure, species, gLimit);
        order = species.atomsBySpecies();
        slopesY = new double[W * order.length];
        slopesZ = new double[W * order.length];
        for (int n = 0; n < order.length; n++) {
            mesh.atoms.slopes(n, slopesY, slopesZ);
        }
    }

    /** @param weights w on the grid of lines */
    double[] gradient(double[] weights) {
        return cartesian(mesh.sum((own, part) -> part(own, weights, part)));
    }

    /** A fractional coordinate is b.r/(2 pi). */
    private double[] cartesian(double[] byFraction) {
        double[] b = structure.cell().reciprocalRows();
        double[] out = new double[byFraction.length];
        for (int n = 0; n < order.length; n++) {
            for (int axis = 0; axis < 3; axis++) {
                for (int vector = 0; vector < 3; vector++) {
                    out[3 * order[n] + axis] += byFraction[3 * n + vector] * b[3 * vector + axis] / (2 * Math.PI);
                }
            }
        }
        return out;
    }

    private double[] part(ReciprocalMesh rows, double[] weights, int part) {
        LineGrid grid = grids.get();
        double[] out = new double[3 * structure.size()];
        double[] here = new double[2];
        double[][] coefficients = rows.waves();
        int[] start = species.starts();
        for (int h = part; h <= rows.hLimit; h += ReciprocalMesh.PARTS) {
            for (double[] each : coefficients) {
                Arrays.fill(each, 0);
            }
            rows.forEachRow(h, (plane, k) -> coefficients(rows, k, grid, weights, coefficients));
            for (int a = 0; a < species.kinds(); a++) {
                rows.plane.ofWaves(coefficients[a]);
                for (int n = start[a]; n < start[a + 1]; n++) {
                    addAtom(rows, h, n, here, out);
                }
            }
        }
        return out;
    }

    /** 2 w f_a conj(F)/sum f^2 at each wave of a row, with what the mesh makes too small. */
    private void coefficients(ReciprocalMesh rows, int k, LineGrid grid, double[] weights, double[][] out) {
        double correction = rows.atoms.correctionsY[Math.abs(k)];
        double[] f = new double[species.kinds()];
        for (int l = -rows.lMax(); l <= rows.lMax(); l++) {
            double g = rows.length(l);
            if (g < 0) {
                continue;
            }
            grid.moveTo(g);
            amplitudes.at(grid, f);
            double re = 0;
            double im = 0;
            double squares = 0;
            for (int a = 0; a < f.length; a++) {
                re += f[a] * rows.re[a][rows.lLimit + l];
                im += f[a] * rows.im[a][rows.lLimit + l];
                squares += species.count(a) * f[a] * f[a];
            }
            double w = 2 * grid.valueOf(weights) * correction / squares;
            int at = rows.plane.place(k, l);
            for (int a = 0; a < f.length; a++) {
                out[a][at] = w * f[a] * re;
                out[a][at + 1] = -w * f[a] * im;
            }
        }
    }

    /** d/ds of Re(exp(i h phase) sum of the plane around the atom). */
    private void addAtom(ReciprocalMesh rows, int h, int n, double[] at, double[] out) {
        MeshAtoms atoms = rows.atoms;
        double c = Math.cos(h * atoms.phase[n]);
        double s = Math.sin(h * atoms.phase[n]);
        rows.plane.gather(n, atoms.y, atoms.z, at);
        out[3 * n] -= 2 * Math.PI * h * (s * at[0] + c * at[1]);
        rows.plane.gather(n, slopesY, atoms.z, at);
        out[3 * n + 1] += atoms.ny * (c * at[0] - s * at[1]);
        rows.plane.gather(n, atoms.y, slopesZ, at);
        out[3 * n + 2] += atoms.nz * (c * at[0] - s * at[1]);
    }
}
