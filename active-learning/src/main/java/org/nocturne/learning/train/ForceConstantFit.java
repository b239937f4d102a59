package org.nocturne.learning.train;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.nocturne.core.crystal.PairBasis;

/**
 * Least squares of stored forces on displacements (TDEP: Hellman, Steneteg, Abrikosov and Simak, Phys. Rev. B 87, 104111
 * (2013)), weight 1/T for each frame so that every temperature counts alike, crystal symmetry and Phi_ij = Phi_ji^T in the basis
 * and not imposed afterwards. The normal equations are accumulated frame by frame: memory does not grow with the data.
 */
public final class ForceConstantFit {
    private final PairBasis orbits;
    private final BondLayout layout;
    private final int degree;
    private final DMatrixRMaj normal;
    private final DMatrixRMaj right;
    private int frames;

    public ForceConstantFit(PairBasis orbits, BondLayout layout, int degree) {
        this.orbits = orbits;
        this.layout = layout;
        this.degree = degree;
        int size = orbits.parameters() * (degree + 1);
        normal = new DMatrixRMaj(size, size);
        right = new DMatrixRMaj(size, 1);
    }

    public int frames() {
        return frames;
    }

    public void add(TrainingFrame frame) {
        add(frame, layout);
    }

    /** A frame of another cell of the same crystal. */
    public void add(TrainingFrame frame, BondLayout layout) {
        int p = orbits.parameters();
        double t = frame.temperature().value() / EffectiveForceConstants.KELVIN_PER_UNIT;
        double weight = 1 / Math.max(frame.temperature().value(), 1);
        double[][] part = new double[p][p];
        double[] side = new double[p];
        double[][] design = new double[3][p];
        for (int i = 0; i < layout.atoms(); i++) {
            fillDesign(design, layout, i, frame.displacementsAngstrom());
            for (int axis = 0; axis < 3; axis++) {
                double force = frame.forcesEvPerAngstrom()[3 * i + axis];
                double[] row = design[axis];
                for (int a = 0; a < p; a++) {
                    side[a] += row[a] * force;
                    for (int b = 0; b <= a; b++) {
                        part[a][b] += row[a] * row[b];
                    }
                }
            }
        }
        for (int d = 0; d <= degree; d++) {
            for (int a = 0; a < p; a++) {
                right.add(d * p + a, 0, weight * Math.pow(t, d) * side[a]);
                for (int e = 0; e <= degree; e++) {
                    for (int b = 0; b < p; b++) {
                        double value = a >= b ? part[a][b] : part[b][a];
                        normal.add(d * p + a, e * p + b, weight * Math.pow(t, d + e) * value);
                    }
                }
            }
        }
        frames++;
    }

    /**
     * The constants of least squared force error. A ridge of 1e-10 of the mean diagonal keeps the equations regular where the
     * temperatures of the frames do not determine every power of T.
     *
     * @throws IllegalStateException if no frame was added
     */
    public EffectiveForceConstants solve() {
        if (frames == 0) {
            throw new IllegalStateException("no frame to fit force constants on");
        }
        int p = orbits.parameters();
        DMatrixRMaj a = normal.copy();
        double ridge = 1e-10 * CommonOps_DDRM.trace(a) / a.numRows;
        for (int k = 0; k < a.numRows; k++) {
            a.add(k, k, ridge);
        }
        DMatrixRMaj x = new DMatrixRMaj(a.numRows, 1);
        if (!CommonOps_DDRM.solve(a, right, x)) {
            throw new IllegalStateException("normal equations of " + a.numRows + " force constants are singular");
        }
        double[][] theta = new double[degree + 1][p];
        for (int d = 0; d <= degree; d++) {
            for (int k = 0; k < p; k++) {
                theta[d][k] = x.get(d * p + k, 0);
            }
        }
        return new EffectiveForceConstants(orbits, theta);
    }

    /** Root mean square error of the forces over frames, divided by the root mean square force. */
    public static double relativeError(
            EffectiveForceConstants constants, BondLayout layout, List<TrainingFrame> frames) {
        ForceError error = new ForceError();
        for (TrainingFrame frame : frames) {
            error.add(
                    constants.forces(layout, frame.temperature(), frame.displacementsAngstrom()),
                    frame.forcesEvPerAngstrom());
        }
        return error.relative();
    }

    private void fillDesign(double[][] design, BondLayout layout, int i, double[] u) {
        for (double[] row : design) {
            java.util.Arrays.fill(row, 0);
        }
        for (int slot = 0; slot < layout.slots(i); slot++) {
            int j = layout.neighbour(i, slot);
            double dx = u[3 * j] - u[3 * i];
            double dy = u[3 * j + 1] - u[3 * i + 1];
            double dz = u[3 * j + 2] - u[3 * i + 2];
            for (PairBasis.Term term : orbits.terms(layout.bond(i, slot))) {
                double[] b = term.matrix();
                for (int axis = 0; axis < 3; axis++) {
                    design[axis][term.parameter()] += dx * b[axis] + dy * b[3 + axis] + dz * b[6 + axis];
                }
            }
        }
    }
}
