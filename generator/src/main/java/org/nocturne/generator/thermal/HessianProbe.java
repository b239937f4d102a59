package org.nocturne.generator.thermal;

import java.util.Arrays;
import org.nocturne.core.crystal.SparseHessian;
import org.nocturne.core.port.Forces;
import org.nocturne.core.structure.NeighbourList;
import org.nocturne.core.structure.Structure;

/**
 * The Hessian of a structure by central differences of forces. Atoms so far apart that no force knows of two of them are moved together
 * (Curtis, Powell and Reid, IMA J. Appl. Math. 13, 117 (1974)), so that the number of evaluations does not grow with the structure.
 */
public final class HessianProbe {
    /** Displacement of an atom: large against rounding, small against what bends the force. */
    public static final double STEP_ANGSTROM = 0.01;

    private HessianProbe() {}

    /** Is told of pairs of evaluations done. */
    public interface Progress {
        void done(int pairs, int total);
    }

    /**
     * Reads off the force constants within a cut-off.
     *
     * @param structure at rest under these forces
     * @param cutoffAngstrom pairs within it are kept
     * @param apartAngstrom atoms moved together are at least so far apart: the cut-off and the range of the force
     */
    public static SparseHessian of(
            Structure structure, Forces forces, double cutoffAngstrom, double apartAngstrom, Progress told) {
        NeighbourList neighbours = NeighbourList.of(structure, cutoffAngstrom);
        int[] mirror = SparseHessian.mirrors(neighbours);
        double[] blocks = new double[9 * mirror.length];
        int n = structure.size();
        int[] colour = colours(NeighbourList.of(structure, apartAngstrom));
        int total = 3 * (Arrays.stream(colour).max().orElseThrow() + 1);
        double left = 0;
        double kept = 0;
        for (int c = 0; 3 * c < total; c++) {
            for (int axis = 0; axis < 3; axis++) {
                double[] response = response(forces, colour, c, axis, n);
                told.done(3 * c + axis + 1, total);
                boolean[] explained = new boolean[n];
                for (int j = 0; j < n; j++) {
                    if (colour[j] == c) {
                        explained[j] = true;
                        for (int k = neighbours.first(j); k < neighbours.first(j) + neighbours.count(j); k++) {
                            int i = neighbours.neighbour(k);
                            explained[i] = true;
                            System.arraycopy(response, 3 * i, blocks, 9 * mirror[k] + 3 * axis, 3);
                        }
                    }
                }
                for (int i = 0; i < 3 * n; i++) {
                    left += explained[i / 3] ? 0 : response[i] * response[i];
                    kept += explained[i / 3] ? response[i] * response[i] : 0;
                }
            }
        }
        symmetrise(blocks, mirror);
        TurningParts.balance(blocks, neighbours);
        return new SparseHessian(structure, cutoffAngstrom, neighbours, blocks, Math.sqrt(left / kept));
    }

    /** dF/du for one axis of all atoms of a colour at once. */
    private static double[] response(Forces forces, int[] colour, int which, int axis, int n) {
        double[] u = new double[3 * n];
        for (int j = 0; j < n; j++) {
            u[3 * j + axis] = colour[j] == which ? STEP_ANGSTROM : 0;
        }
        double[] plus = forces.at(u).forcesEvPerAngstrom();
        for (int k = 0; k < u.length; k++) {
            u[k] = -u[k];
        }
        double[] minus = forces.at(u).forcesEvPerAngstrom();
        for (int k = 0; k < u.length; k++) {
            plus[k] = (plus[k] - minus[k]) / (2 * STEP_ANGSTROM);
        }
        return plus;
    }

    /** Greedy: each atom takes the first colour that none of its near ones has. */
    private static int[] colours(NeighbourList near) {
        int[] out = new int[near.atoms()];
        Arrays.fill(out, -1);
        boolean[] taken = new boolean[near.atoms() + 1];
        for (int i = 0; i < out.length; i++) {
            Arrays.fill(taken, false);
            for (int k = near.first(i); k < near.first(i) + near.count(i); k++) {
                if (out[near.neighbour(k)] >= 0) {
                    taken[out[near.neighbour(k)]] = true;
                }
            }
            out[i] = 0;
            while (taken[out[i]]) {
                out[i]++;
            }
        }
        return out;
    }

    /** Phi_ij and the transpose of Phi_ji become their mean: differences of a curved force do not agree to the last digit. */
    private static void symmetrise(double[] blocks, int[] mirror) {
        for (int k = 0; k < mirror.length; k++) {
            if (mirror[k] > k) {
                for (int a = 0; a < 3; a++) {
                    for (int b = 0; b < 3; b++) {
                        double mean = 0.5 * (blocks[9 * k + 3 * a + b] + blocks[9 * mirror[k] + 3 * b + a]);
                        blocks[9 * k + 3 * a + b] = mean;
                        blocks[9 * mirror[k] + 3 * b + a] = mean;
                    }
                }
            }
        }
    }
}
