package org.nocturne.core.crystal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nocturne.core.structure.Matrix3;
import org.nocturne.core.structure.Structure;

/**
 * The lattice of all translations that map a periodic structure onto itself, as three short primitive vectors (rows). For a
 * glass these are the cell vectors themselves. In three dimensions the three successive minima of a lattice form a basis of it, so
 * the shortest independent translations are primitive and reduced (Cassels, An Introduction to the Geometry of Numbers, ch. VIII).
 */
public record Lattice(double[] rows) {

    /** Atoms may lie this far from the image of their equals: relaxed crystals are exact only to the force tolerance. */
    public static final double TOLERANCE_ANGSTROM = 0.02;

    private static final double FIRST_LOOK_ANGSTROM = 12;

    public Lattice {
        rows = rows.clone();
    }

    /**
     * Finds the lattice of a structure.
     *
     * @throws IllegalArgumentException if the structure is not periodic in all directions
     */
    public static Lattice of(Structure structure) {
        if (!structure.cell().isFullyPeriodic()) {
            throw new IllegalArgumentException("a lattice needs a cell that is periodic in three directions");
        }
        AtomIndex atoms = new AtomIndex(structure);
        List<double[]> basis = new ArrayList<>();
        double inner = 0;
        double outer = FIRST_LOOK_ANGSTROM;
        while (basis.size() < 3) {
            for (double[] candidate : candidates(structure, inner, outer)) {
                if (basis.size() < 3
                        && isIndependent(basis, candidate)
                        && atoms.mapsOntoItself(candidate, TOLERANCE_ANGSTROM)) {
                    basis.add(candidate);
                }
            }
            inner = outer;
            outer *= 2;
        }
        double[] rows = new double[9];
        for (int k = 0; k < 3; k++) {
            System.arraycopy(basis.get(k), 0, rows, 3 * k, 3);
        }
        return new Lattice(onto(structure, rows));
    }

    @Override
    public double[] rows() {
        return rows.clone();
    }

    public double volume() {
        return Math.abs(Matrix3.determinant(rows));
    }

    /**
     * Vectors from the first atom of the rarest species to its equals, and the cell vectors, shortest first. Only those of a length above
     * {@code inner} and up to {@code outer}: a crystal of many atoms shows its lattice within the nearest few.
     */
    private static List<double[]> candidates(Structure structure, double inner, double outer) {
        var rarest = structure.distinctSpecies().stream()
                .min(Comparator.comparingLong(
                        e -> structure.species().stream().filter(e::equals).count()))
                .orElseThrow();
        List<double[]> out = new ArrayList<>();
        double[] d = new double[3];
        double[] shift = new double[3];
        int origin = structure.species().indexOf(rarest);
        for (int image = 0; image < 27; image++) {
            structure.cell().toCartesian(image / 9 - 1, image / 3 % 3 - 1, image % 3 - 1, shift);
            for (int j = 0; j < structure.size(); j++) {
                if (structure.species(j) != rarest) {
                    continue;
                }
                d[0] = shift[0] + structure.x(j) - structure.x(origin);
                d[1] = shift[1] + structure.y(j) - structure.y(origin);
                d[2] = shift[2] + structure.z(j) - structure.z(origin);
                if (square(d) > Math.max(1e-4, inner * inner) && square(d) <= outer * outer) {
                    out.add(d.clone());
                }
            }
        }
        out.sort(Comparator.comparingDouble(Lattice::square));
        return out;
    }

    private static boolean isIndependent(List<double[]> basis, double[] v) {
        double length = Math.sqrt(square(v));
        return switch (basis.size()) {
            case 0 -> true;
            case 1 -> Math.sqrt(square(cross(basis.get(0), v))) > 1e-3 * length * Math.sqrt(square(basis.get(0)));
            default -> {
                double[] normal = cross(basis.get(0), basis.get(1));
                double height = Math.abs(normal[0] * v[0] + normal[1] * v[1] + normal[2] * v[2]);
                yield height > 1e-3 * length * Math.sqrt(square(normal));
            }
        };
    }

    /** Atoms carry small errors; the cell does not: primitive vectors are made exact fractions of the cell vectors. */
    private static double[] onto(Structure structure, double[] rows) {
        double[] inverse = Matrix3.inverse(rows);
        double[] multiples = Matrix3.times(structure.cell().rows(), inverse);
        for (int k = 0; k < 9; k++) {
            multiples[k] = Math.rint(multiples[k]);
        }
        return Matrix3.times(Matrix3.inverse(multiples), structure.cell().rows());
    }

    private static double square(double[] v) {
        return v[0] * v[0] + v[1] * v[1] + v[2] * v[2];
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lattice that && java.util.Arrays.equals(rows, that.rows);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(rows);
    }
}
