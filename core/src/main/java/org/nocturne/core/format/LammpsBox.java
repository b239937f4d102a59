package org.nocturne.core.format;

import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Matrix3;
import org.nocturne.core.structure.Structure;

/**
 * The box LAMMPS wants for a structure. Its first vector must lie along x and the second in the xy plane, so any other cell is
 * turned; positions, forces and stress must be turned with it and back. A left-handed cell is mirrored as well, which leaves
 * energies as they are. Along directions that are not periodic the box is drawn around the atoms with a margin.
 */
public final class LammpsBox {
    private static final double MARGIN_ANGSTROM = 10;

    private final Cell cell;
    private final boolean turned;
    private final double[] rotation;
    private final double[] lowAngstrom;
    private final double[] highAngstrom;
    private final double[] tiltAngstrom;

    private LammpsBox(Structure structure) {
        cell = structure.cell();
        boolean open = !cell.isPeriodic(0) && !cell.isPeriodic(1) && !cell.isPeriodic(2);
        turned = !open && !isLowerTriangular(cell.rows());
        rotation = turned ? rotationOf(cell.rows()) : new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1};
        double[] box = turned ? Matrix3.times(cell.rows(), rotation) : cell.rows();
        tiltAngstrom = open ? new double[3] : new double[] {box[3], box[6], box[7]};
        lowAngstrom = new double[3];
        highAngstrom = new double[] {box[0], box[4], box[8]};
        double[] xyz = toLammps(structure.xyzAngstrom());
        for (int axis = 0; axis < 3; axis++) {
            if (!cell.isPeriodic(axis)) {
                drawAround(xyz, axis);
            }
        }
        refuseTiltedOpenDirections();
    }

    /**
     * The box of this structure.
     *
     * @throws IllegalArgumentException if a tilted vector is not periodic, which LAMMPS cannot express
     */
    public static LammpsBox of(Structure structure) {
        return new LammpsBox(structure);
    }

    /** "p p p", or m (shrink-wrapped, yet never smaller than drawn) where a direction is not periodic: LAMMPS refuses
     * boxes much smaller than the cut-off. */
    public String boundary() {
        return String.join(" ", style(0), style(1), style(2));
    }

    public boolean isTilted() {
        return tiltAngstrom[0] != 0 || tiltAngstrom[1] != 0 || tiltAngstrom[2] != 0;
    }

    public double lowAngstrom(int axis) {
        return lowAngstrom[axis];
    }

    public double highAngstrom(int axis) {
        return highAngstrom[axis];
    }

    /** xy, xz and yz, in this order. */
    public double tiltAngstrom(int which) {
        return tiltAngstrom[which];
    }

    /** Turns vectors, three components each, into LAMMPS' axes. */
    public double[] toLammps(double[] vectors) {
        return turned ? eachTimes(vectors, rotation) : vectors.clone();
    }

    /** Turns vectors, three components each, back from LAMMPS' axes. */
    public double[] fromLammps(double[] vectors) {
        return turned ? eachTimes(vectors, Matrix3.transpose(rotation)) : vectors.clone();
    }

    /** Turns a symmetric tensor xx yy zz yz xz xy back from LAMMPS' axes. */
    public double[] tensorFromLammps(double[] v) {
        if (!turned) {
            return v.clone();
        }
        double[] full = {v[0], v[5], v[4], v[5], v[1], v[3], v[4], v[3], v[2]};
        double[] t = Matrix3.times(Matrix3.times(rotation, full), Matrix3.transpose(rotation));
        return new double[] {t[0], t[4], t[8], t[5], t[2], t[1]};
    }

    private String style(int axis) {
        return cell.isPeriodic(axis) ? "p" : "m";
    }

    private static boolean isLowerTriangular(double[] m) {
        return m[1] == 0 && m[2] == 0 && m[5] == 0 && m[0] > 0 && m[4] > 0 && m[8] > 0;
    }

    /** Columns are the box axes: a along x, b in xy, and c with positive z, whichever side it lay on. */
    private static double[] rotationOf(double[] m) {
        double[] a = unit(new double[] {m[0], m[1], m[2]});
        double along = a[0] * m[3] + a[1] * m[4] + a[2] * m[5];
        double[] b = unit(new double[] {m[3] - along * a[0], m[4] - along * a[1], m[5] - along * a[2]});
        double side = Matrix3.determinant(m) < 0 ? -1 : 1;
        double[] c = {
            side * (a[1] * b[2] - a[2] * b[1]), side * (a[2] * b[0] - a[0] * b[2]), side * (a[0] * b[1] - a[1] * b[0])
        };
        return new double[] {a[0], b[0], c[0], a[1], b[1], c[1], a[2], b[2], c[2]};
    }

    private static double[] unit(double[] v) {
        double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
        return new double[] {v[0] / length, v[1] / length, v[2] / length};
    }

    private static double[] eachTimes(double[] vectors, double[] matrix) {
        double[] out = new double[vectors.length];
        double[] one = new double[3];
        for (int k = 0; k < vectors.length; k += 3) {
            Matrix3.rowTimes(vectors[k], vectors[k + 1], vectors[k + 2], matrix, one);
            System.arraycopy(one, 0, out, k, 3);
        }
        return out;
    }

    private void drawAround(double[] xyz, int axis) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = axis; k < xyz.length; k += 3) {
            low = Math.min(low, xyz[k]);
            high = Math.max(high, xyz[k]);
        }
        lowAngstrom[axis] = low - MARGIN_ANGSTROM;
        highAngstrom[axis] = high + MARGIN_ANGSTROM;
    }

    private void refuseTiltedOpenDirections() {
        boolean badB = !cell.isPeriodic(1) && tiltAngstrom[0] != 0;
        boolean badC = !cell.isPeriodic(2) && (tiltAngstrom[1] != 0 || tiltAngstrom[2] != 0);
        if (badB || badC) {
            throw new IllegalArgumentException("cell vector " + (badB ? "b" : "c")
                    + " is tilted but not periodic; LAMMPS needs it periodic or at a right angle: " + cell);
        }
    }
}
