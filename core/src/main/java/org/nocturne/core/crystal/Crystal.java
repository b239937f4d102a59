package org.nocturne.core.crystal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Matrix3;
import org.nocturne.core.structure.Structure;

/**
 * A periodic structure read as copies of a primitive cell: atom = (site, copy). The copies form a finite abelian group, the
 * lattice modulo the cell, whose order is the number of primitive cells. For a glass there is one copy with N sites.
 */
public final class Crystal {
    private final Structure structure;
    private final Lattice lattice;
    private final TranslationGroup group;
    private final int[] siteOf;
    private final int[] copyOf;
    private final int[] representative;
    private final int[][] atomOf;
    private final double[] translations;

    private Crystal(Structure structure, Lattice lattice) {
        this.structure = structure;
        this.lattice = lattice;
        int n = structure.size();
        Cell primitive = Cell.periodic(lattice.rows());
        group = TranslationGroup.of(multiples());
        int order = group.order();
        siteOf = new int[n];
        copyOf = new int[n];
        List<Integer> sites = new ArrayList<>();
        translations = new double[3 * order];
        boolean[] met = new boolean[order];
        double[] d = new double[3];
        double[] s = new double[3];
        for (int i = 0; i < n; i++) {
            siteOf[i] = siteOf(i, sites, primitive, d);
            int origin = sites.get(siteOf[i]);
            primitive.toFractional(
                    structure.x(i) - structure.x(origin),
                    structure.y(i) - structure.y(origin),
                    structure.z(i) - structure.z(origin),
                    s);
            int copy = group.index(Math.round(s[0]), Math.round(s[1]), Math.round(s[2]));
            if (!met[copy]) {
                met[copy] = true;
                primitive.toCartesian(Math.rint(s[0]), Math.rint(s[1]), Math.rint(s[2]), d);
                System.arraycopy(d, 0, translations, 3 * copy, 3);
            }
            copyOf[i] = copy;
        }
        representative = sites.stream().mapToInt(Integer::intValue).toArray();
        atomOf = new int[order][sites.size()];
        for (int[] copy : atomOf) {
            Arrays.fill(copy, -1);
        }
        for (int i = 0; i < n; i++) {
            if (atomOf[copyOf[i]][siteOf[i]] >= 0 || sites.size() * order != n) {
                throw new IllegalStateException("structure of " + n + " atoms split into " + sites.size()
                        + " sites and " + order + " copies of the primitive cell, not one atom each");
            }
            atomOf[copyOf[i]][siteOf[i]] = i;
        }
    }

    /** Reads a fully periodic structure as a crystal. */
    public static Crystal of(Structure structure) {
        return new Crystal(structure, Lattice.of(structure));
    }

    private int siteOf(int atom, List<Integer> sites, Cell primitive, double[] d) {
        for (int k = 0; k < sites.size(); k++) {
            int origin = sites.get(k);
            if (structure.species(origin) != structure.species(atom)) {
                continue;
            }
            d[0] = structure.x(atom) - structure.x(origin);
            d[1] = structure.y(atom) - structure.y(origin);
            d[2] = structure.z(atom) - structure.z(origin);
            primitive.minimumImage(d);
            if (d[0] * d[0] + d[1] * d[1] + d[2] * d[2] < 4 * Lattice.TOLERANCE_ANGSTROM * Lattice.TOLERANCE_ANGSTROM) {
                return k;
            }
        }
        sites.add(atom);
        return sites.size() - 1;
    }

    public Structure structure() {
        return structure;
    }

    public Lattice lattice() {
        return lattice;
    }

    /** Atoms in the primitive cell. */
    public int sites() {
        return representative.length;
    }

    /** Primitive cells in the structure. */
    public int copies() {
        return atomOf.length;
    }

    public int site(int atom) {
        return siteOf[atom];
    }

    public int copy(int atom) {
        return copyOf[atom];
    }

    public int atom(int copy, int site) {
        return atomOf[copy][site];
    }

    /** The atom that stands for its site. */
    public int representative(int site) {
        return representative[site];
    }

    /** Component of the lattice translation of a copy, in angstrom, modulo the cell. */
    public double translation(int copy, int axis) {
        return translations[3 * copy + axis];
    }

    /** The primitive cell with one atom per site. */
    public Structure primitiveCell() {
        List<Element> species = new ArrayList<>();
        double[] xyz = new double[3 * sites()];
        for (int k = 0; k < sites(); k++) {
            int i = representative[k];
            species.add(structure.species(i));
            xyz[3 * k] = structure.x(i);
            xyz[3 * k + 1] = structure.y(i);
            xyz[3 * k + 2] = structure.z(i);
        }
        return new Structure(Cell.periodic(lattice.rows()), species, xyz);
    }

    /** The translations, numbered as the copies are; the representatives belong to copy 0. */
    public TranslationGroup translations() {
        return group;
    }

    /**
     * Wave vectors of the group's characters, in 1/angstrom, three per character, numbered as in {@link #translations()}; the first is
     * 0. There are as many as copies, one for each class of supercell reciprocal vectors modulo the primitive reciprocal lattice.
     */
    public double[] waveVectors() {
        double[] reciprocal = Cell.periodic(lattice.rows()).reciprocalRows();
        double[] out = new double[3 * copies()];
        for (int k = 0; k < copies(); k++) {
            double[] reduced = group.reducedWaveVector(k);
            for (int row = 0; row < 3; row++) {
                for (int axis = 0; axis < 3; axis++) {
                    out[3 * k + axis] += reduced[row] * reciprocal[3 * row + axis];
                }
            }
        }
        return out;
    }

    /** Cell vectors of the structure as integer combinations of primitive vectors. */
    public double[] multiples() {
        double[] m = Matrix3.times(structure.cell().rows(), Matrix3.inverse(lattice.rows()));
        for (int k = 0; k < 9; k++) {
            m[k] = Math.rint(m[k]);
        }
        return m;
    }
}
