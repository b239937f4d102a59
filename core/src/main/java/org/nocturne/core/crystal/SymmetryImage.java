package org.nocturne.core.crystal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.nocturne.core.structure.Matrix3;
import org.nocturne.core.structure.Structure;

/**
 * One symmetry operation of a crystal's cell as it acts on displacements: the vector on an atom is rotated and moves to the atom's
 * image. An image of an equilibrium configuration is as likely as the configuration itself.
 *
 * @param rotation nine numbers, row vectors from the left
 * @param image atom to which each atom is carried
 */
public record SymmetryImage(double[] rotation, int[] image) {

    /** The operations of the primitive cell that keep the cell of the structure as well; the identity is among them. */
    public static List<SymmetryImage> of(Crystal crystal) {
        Structure structure = crystal.structure();
        AtomIndex atoms = new AtomIndex(structure);
        List<SymmetryImage> out = new ArrayList<>();
        for (SpaceGroup.Operation operation :
                SpaceGroup.of(crystal.primitiveCell()).operations()) {
            int[] image = new int[structure.size()];
            BitSet taken = new BitSet();
            double[] x = new double[3];
            for (int i = 0; i < image.length; i++) {
                operation.apply(structure.x(i), structure.y(i), structure.z(i), x);
                image[i] = atoms.at(x[0], x[1], x[2], 4 * Lattice.TOLERANCE_ANGSTROM);
                if (image[i] < 0) {
                    break;
                }
                taken.set(image[i]);
            }
            if (taken.cardinality() == image.length && keepsCell(operation, structure)) {
                out.add(new SymmetryImage(operation.rotation(), image));
            }
        }
        return out;
    }

    /** The image of 3N displacements. */
    public double[] of(double[] u) {
        double[] out = new double[u.length];
        double[] v = new double[3];
        for (int i = 0; i < image.length; i++) {
            Matrix3.rowTimes(u[3 * i], u[3 * i + 1], u[3 * i + 2], rotation, v);
            System.arraycopy(v, 0, out, 3 * image[i], 3);
        }
        return out;
    }

    /** Rotated cell vectors must be whole combinations of the cell vectors: else periodic images of one atom part. */
    private static boolean keepsCell(SpaceGroup.Operation operation, Structure structure) {
        double[] rows = structure.cell().rows();
        double[] rotated = Matrix3.times(rows, operation.rotation());
        double[] whole = Matrix3.times(rotated, Matrix3.inverse(rows));
        for (double entry : whole) {
            if (Math.abs(entry - Math.rint(entry)) > 1e-3) {
                return false;
            }
        }
        return true;
    }
}
