package org.nocturne.core.crystal;

import java.util.ArrayList;
import java.util.List;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Matrix3;
import org.nocturne.core.structure.Structure;

/**
 * The symmetry operations of a primitive cell, x -> x R + t (row vectors). The point operations of a reduced lattice have
 * integer matrices with entries -1, 0 and 1 in the lattice basis (Grosse-Kunstleve, Acta Cryst. A 55, 383 (1999)); each that
 * keeps the metric is tried with every translation that carries the first atom onto an equal one.
 */
public final class SpaceGroup {

    /** One operation: Cartesian rotation (nine numbers, row vectors from the left) and translation in angstrom. */
    public record Operation(double[] rotation, double[] translation) {
        /** Writes the image of a position. */
        public void apply(double x, double y, double z, double[] out) {
            Matrix3.rowTimes(x, y, z, rotation, out);
            for (int k = 0; k < 3; k++) {
                out[k] += translation[k];
            }
        }
    }

    private final List<Operation> operations;

    private SpaceGroup(List<Operation> operations) {
        this.operations = List.copyOf(operations);
    }

    /** The operations that map this primitive cell onto itself, modulo lattice translations; the identity is among them. */
    public static SpaceGroup of(Structure primitiveCell) {
        AtomIndex atoms = new AtomIndex(primitiveCell);
        List<Operation> out = new ArrayList<>();
        double[] image = new double[3];
        for (double[] rotation : pointOperations(primitiveCell.cell())) {
            Matrix3.rowTimes(primitiveCell.x(0), primitiveCell.y(0), primitiveCell.z(0), rotation, image);
            for (int j = 0; j < primitiveCell.size(); j++) {
                if (primitiveCell.species(j) != primitiveCell.species(0)) {
                    continue;
                }
                double[] shift = {
                    primitiveCell.x(j) - image[0], primitiveCell.y(j) - image[1], primitiveCell.z(j) - image[2]
                };
                Operation operation = new Operation(rotation, shift);
                if (isSymmetry(operation, primitiveCell, atoms)) {
                    out.add(operation);
                }
            }
        }
        return new SpaceGroup(out);
    }

    public List<Operation> operations() {
        return operations;
    }

    /**
     * Whether nothing but hydrostatic strain is allowed by symmetry, as in the cubic crystal classes: every symmetric tensor of second
     * rank, averaged over the operations, is isotropic (Nye, Physical Properties of Crystals, 1957, chapter 1).
     */
    public boolean isCubic() {
        for (int a = 0; a < 3; a++) {
            for (int b = a; b < 3; b++) {
                double[] basis = new double[9];
                basis[3 * a + b] = 1;
                basis[3 * b + a] = 1;
                if (!isIsotropic(averaged(basis), a == b ? 1 / 3.0 : 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    private double[] averaged(double[] tensor) {
        double[] out = new double[9];
        for (Operation operation : operations) {
            double[] r = operation.rotation();
            double[] turned = Matrix3.times(Matrix3.times(Matrix3.transpose(r), tensor), r);
            for (int k = 0; k < 9; k++) {
                out[k] += turned[k] / operations.size();
            }
        }
        return out;
    }

    private static boolean isIsotropic(double[] tensor, double diagonal) {
        for (int k = 0; k < 9; k++) {
            if (Math.abs(tensor[k] - (k % 4 == 0 ? diagonal : 0)) > 1e-3) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSymmetry(Operation operation, Structure cell, AtomIndex atoms) {
        double[] image = new double[3];
        for (int i = 0; i < cell.size(); i++) {
            operation.apply(cell.x(i), cell.y(i), cell.z(i), image);
            int j = atoms.at(image[0], image[1], image[2], 4 * Lattice.TOLERANCE_ANGSTROM);
            if (j < 0 || cell.species(j) != cell.species(i)) {
                return false;
            }
        }
        return true;
    }

    private static List<double[]> pointOperations(Cell cell) {
        double[] rows = cell.rows();
        double[] metric = Matrix3.times(rows, Matrix3.transpose(rows));
        double[] inverse = Matrix3.inverse(rows);
        double tolerance = 1e-4 * (metric[0] + metric[4] + metric[8]);
        List<double[]> out = new ArrayList<>();
        double[] w = new double[9];
        for (int code = 0; code < 19683; code++) { // 3^9 matrices with entries -1, 0, 1
            int rest = code;
            for (int k = 0; k < 9; k++) {
                w[k] = rest % 3 - 1;
                rest /= 3;
            }
            if (keeps(metric, w, tolerance)) {
                out.add(Matrix3.times(Matrix3.times(inverse, w), rows));
            }
        }
        return out;
    }

    private static boolean keeps(double[] metric, double[] w, double tolerance) {
        double[] image = Matrix3.times(Matrix3.times(w, metric), Matrix3.transpose(w));
        for (int k = 0; k < 9; k++) {
            if (Math.abs(image[k] - metric[k]) > tolerance) {
                return false;
            }
        }
        return true;
    }
}
