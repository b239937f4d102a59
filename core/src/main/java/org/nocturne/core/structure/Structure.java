package org.nocturne.core.structure;

import java.util.Arrays;
import java.util.List;

/**
 * N atoms in a cell: species and positions in angstrom, laid out x0 y0 z0 x1 y1 z1 ... Immutable; positions are neither wrapped
 * nor centred here, because an unwrapped trajectory carries information.
 */
public final class Structure {
    private final Cell cell;
    private final Element[] species;
    private final double[] xyzAngstrom;

    /**
     * Copies its arrays.
     *
     * @throws IllegalArgumentException if there are not three finite coordinates per atom, or no atom at all
     */
    public Structure(Cell cell, List<Element> species, double[] xyzAngstrom) {
        this(cell, species.toArray(Element[]::new), xyzAngstrom.clone());
    }

    private Structure(Cell cell, Element[] species, double[] xyzAngstrom) {
        if (species.length == 0) {
            throw new IllegalArgumentException("a structure needs at least one atom");
        }
        if (xyzAngstrom.length != 3 * species.length) {
            throw new IllegalArgumentException("structure has " + species.length + " atoms but " + xyzAngstrom.length
                    + " coordinates; three per atom are needed");
        }
        for (int k = 0; k < xyzAngstrom.length; k++) {
            if (!Double.isFinite(xyzAngstrom[k])) {
                throw new IllegalArgumentException(
                        "coordinate " + "xyz".charAt(k % 3) + " of atom " + (k / 3 + 1) + " is " + xyzAngstrom[k]);
            }
        }
        this.cell = cell;
        this.species = species;
        this.xyzAngstrom = xyzAngstrom;
    }

    public int size() {
        return species.length;
    }

    public Cell cell() {
        return cell;
    }

    public Element species(int atom) {
        return species[atom];
    }

    public List<Element> species() {
        return List.of(species);
    }

    /** The distinct species in the order of their first appearance. */
    public List<Element> distinctSpecies() {
        return Arrays.stream(species).distinct().toList();
    }

    public double x(int atom) {
        return xyzAngstrom[3 * atom];
    }

    public double y(int atom) {
        return xyzAngstrom[3 * atom + 1];
    }

    public double z(int atom) {
        return xyzAngstrom[3 * atom + 2];
    }

    /** A copy of the 3N coordinates. */
    public double[] xyzAngstrom() {
        return xyzAngstrom.clone();
    }

    /** Atoms per cubic angstrom. */
    public double numberDensity() {
        return size() / cell.volume();
    }

    /** The same atoms at other positions. */
    public Structure withPositions(double[] newXyzAngstrom) {
        return new Structure(cell, species, newXyzAngstrom.clone());
    }

    /** Every atom moved by its displacement (length 3N). */
    public Structure displaced(double[] displacementAngstrom) {
        double[] moved = xyzAngstrom.clone();
        for (int k = 0; k < moved.length; k++) {
            moved[k] += displacementAngstrom[k];
        }
        return new Structure(cell, species, moved);
    }

    /**
     * The same structure larger or smaller as a whole: cell and positions times a factor.
     *
     * @throws IllegalArgumentException if the factor is not above 0
     */
    public Structure scaled(double factor) {
        if (!(factor > 0) || !Double.isFinite(factor)) {
            throw new IllegalArgumentException("a structure cannot be scaled by " + factor + "; above 0 is wanted");
        }
        double[] rows = cell.rows();
        for (int k = 0; k < rows.length; k++) {
            rows[k] *= factor;
        }
        double[] xyz = xyzAngstrom.clone();
        for (int k = 0; k < xyz.length; k++) {
            xyz[k] *= factor;
        }
        return new Structure(Cell.of(rows, cell.isPeriodic(0), cell.isPeriodic(1), cell.isPeriodic(2)), species, xyz);
    }

    /** na x nb x nc copies side by side, copy after copy, a running slowest. */
    public Structure repeated(int na, int nb, int nc) {
        int copies = na * nb * nc;
        if (na < 1 || nb < 1 || nc < 1) {
            throw new IllegalArgumentException("repeats are " + na + "x" + nb + "x" + nc + "; each must be at least 1");
        }
        Element[] manySpecies = new Element[copies * size()];
        double[] manyXyz = new double[3 * copies * size()];
        double[] shift = new double[3];
        int atom = 0;
        for (int copy = 0; copy < copies; copy++) {
            cell.toCartesian(copy / (nb * nc), copy / nc % nb, copy % nc, shift);
            for (int i = 0; i < size(); i++, atom++) {
                manySpecies[atom] = species[i];
                for (int k = 0; k < 3; k++) {
                    manyXyz[3 * atom + k] = xyzAngstrom[3 * i + k] + shift[k];
                }
            }
        }
        double[] rows = cell.rows();
        int[] times = {na, nb, nc};
        for (int k = 0; k < 9; k++) {
            rows[k] *= times[k / 3];
        }
        return new Structure(
                Cell.of(rows, cell.isPeriodic(0), cell.isPeriodic(1), cell.isPeriodic(2)), manySpecies, manyXyz);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Structure that
                && cell.equals(that.cell)
                && Arrays.equals(species, that.species)
                && Arrays.equals(xyzAngstrom, that.xyzAngstrom);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(xyzAngstrom);
    }

    @Override
    public String toString() {
        return "Structure[" + size() + " atoms of " + distinctSpecies() + ", " + cell + "]";
    }
}
