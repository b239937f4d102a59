package org.nocturne.core.structure;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * A parallelepiped given by three row vectors in angstrom, with periodicity along each. Positions and cell vectors are rows
 * (the ASE convention): x = s H with fractional coordinates s. A finite cluster has the {@link #open()} cell.
 */
public final class Cell {
    private final double[] rows;
    private final double[] inverse;
    private final boolean[] periodic;

    private Cell(double[] rows, boolean[] periodic) {
        this.rows = rows.clone();
        this.periodic = periodic.clone();
        this.inverse = Matrix3.determinant(rows) == 0 ? new double[9] : Matrix3.inverse(rows);
    }

    /**
     * A cell from nine numbers, vector after vector.
     *
     * @throws IllegalArgumentException if a number is not finite, or if the cell is periodic and has no volume
     */
    public static Cell of(double[] rows, boolean a, boolean b, boolean c) {
        if (rows.length != 9) {
            throw new IllegalArgumentException("a cell has 9 numbers, found " + rows.length);
        }
        for (double value : rows) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("cell holds " + value + "; every component must be finite");
            }
        }
        if ((a || b || c) && Math.abs(Matrix3.determinant(rows)) < 1e-9) {
            throw new IllegalArgumentException(
                    "cell is periodic but its vectors span no volume: " + Arrays.toString(rows));
        }
        return new Cell(rows, new boolean[] {a, b, c});
    }

    /** A periodic cell from nine numbers. */
    public static Cell periodic(double... rows) {
        return of(rows, true, true, true);
    }

    /** A periodic rectangular box. */
    public static Cell orthorhombic(double a, double b, double c) {
        return periodic(a, 0, 0, 0, b, 0, 0, 0, c);
    }

    public static Cell cubic(double a) {
        return orthorhombic(a, a, a);
    }

    /** No cell at all: a molecule or cluster in vacuum. */
    public static Cell open() {
        return new Cell(new double[9], new boolean[3]);
    }

    /** The nine components, vector after vector. */
    public double[] rows() {
        return rows.clone();
    }

    public double component(int vector, int axis) {
        return rows[3 * vector + axis];
    }

    public boolean isPeriodic(int axis) {
        return periodic[axis];
    }

    public boolean isFullyPeriodic() {
        return periodic[0] && periodic[1] && periodic[2];
    }

    public boolean hasVolume() {
        return volume() > 1e-9;
    }

    /** Volume in cubic angstrom; 0 for the open cell. */
    public double volume() {
        return Math.abs(Matrix3.determinant(rows));
    }

    /**
     * By which factor this cell is a uniformly larger copy of another, from the volumes.
     *
     * @param tolerance how far any component may be off, relative to the longest component
     * @return empty where it is no such copy, or a cell has no volume
     */
    public OptionalDouble scaleOver(Cell other, double tolerance) {
        if (!hasVolume() || !other.hasVolume() || !Arrays.equals(periodic, other.periodic)) {
            return OptionalDouble.empty();
        }
        double factor = Math.cbrt(volume() / other.volume());
        double longest = Arrays.stream(rows).map(Math::abs).max().orElseThrow();
        for (int k = 0; k < rows.length; k++) {
            if (!(Math.abs(rows[k] - factor * other.rows[k]) <= tolerance * longest)) {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.of(factor);
    }

    public boolean isOrthorhombic() {
        return rows[1] == 0 && rows[2] == 0 && rows[3] == 0 && rows[5] == 0 && rows[6] == 0 && rows[7] == 0;
    }

    /** Rows b_i with a_i . b_j = 2 pi delta_ij, in 1/angstrom. */
    public double[] reciprocalRows() {
        double[] out = Matrix3.transpose(inverse);
        for (int k = 0; k < 9; k++) {
            out[k] *= 2 * Math.PI;
        }
        return out;
    }

    /** How far pairs reach under the minimum image convention in every direction: half the smallest height, in angstrom. */
    public double halfSmallestHeight() {
        return Math.min(height(0), Math.min(height(1), height(2))) / 2;
    }

    /** Distance between the two faces that this vector joins, in angstrom. */
    public double height(int vector) {
        double[] b = reciprocalRows();
        return 2
                * Math.PI
                / Math.sqrt(b[3 * vector] * b[3 * vector]
                        + b[3 * vector + 1] * b[3 * vector + 1]
                        + b[3 * vector + 2] * b[3 * vector + 2]);
    }

    /** Writes the fractional coordinates of (x, y, z) into {@code out}. */
    public void toFractional(double x, double y, double z, double[] out) {
        Matrix3.rowTimes(x, y, z, inverse, out);
    }

    /** Writes the Cartesian position of fractional (a, b, c) into {@code out}. */
    public void toCartesian(double a, double b, double c, double[] out) {
        Matrix3.rowTimes(a, b, c, rows, out);
    }

    /**
     * Replaces the difference vector d by its shortest periodic image. Exact for rectangular cells; in skewed cells the 26
     * images around the rounded one are compared as well, which is exact for reduced cells.
     */
    public void minimumImage(double[] d) {
        if (!periodic[0] && !periodic[1] && !periodic[2]) {
            return;
        }
        double[] s = new double[3];
        toFractional(d[0], d[1], d[2], s);
        for (int k = 0; k < 3; k++) {
            if (periodic[k]) {
                s[k] -= Math.rint(s[k]);
            }
        }
        toCartesian(s[0], s[1], s[2], d);
        if (!isOrthorhombic()) {
            shortestAround(d);
        }
    }

    private void shortestAround(double[] d) {
        double[] best = d.clone();
        double bestSquare = square(d);
        double[] trial = new double[3];
        int ma = periodic[0] ? 1 : 0;
        int mb = periodic[1] ? 1 : 0;
        int mc = periodic[2] ? 1 : 0;
        for (int a = -ma; a <= ma; a++) {
            for (int b = -mb; b <= mb; b++) {
                for (int c = -mc; c <= mc; c++) {
                    toCartesian(a, b, c, trial);
                    for (int k = 0; k < 3; k++) {
                        trial[k] += d[k];
                    }
                    if (square(trial) < bestSquare - 1e-12) {
                        bestSquare = square(trial);
                        System.arraycopy(trial, 0, best, 0, 3);
                    }
                }
            }
        }
        System.arraycopy(best, 0, d, 0, 3);
    }

    private static double square(double[] d) {
        return d[0] * d[0] + d[1] * d[1] + d[2] * d[2];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cell cell && Arrays.equals(rows, cell.rows) && Arrays.equals(periodic, cell.periodic);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(rows) + Arrays.hashCode(periodic);
    }

    @Override
    public String toString() {
        return "Cell" + Arrays.toString(rows) + Arrays.toString(periodic);
    }
}
