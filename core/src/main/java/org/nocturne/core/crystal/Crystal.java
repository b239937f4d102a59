package org.nocturne.core.crystal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        int order = (int) Math.rint(structure.cell().volume() / lattice.volume());
        siteOf = new int[n];
        copyOf = new int[n];
        List<Integer> sites = new ArrayList<>();
        Map<CosetKey, Integer> copies = new HashMap<>();
        double[] shifts = new double[3 * order];
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
            primitive.toCartesian(Math.rint(s[0]), Math.rint(s[1]), Math.rint(s[2]), d);
            CosetKey key = CosetKey.of(d, structure.cell(), order);
            Integer copy = copies.get(key);
            if (copy == null) {
                copy = copies.size();
                copies.put(key, copy);
                System.arraycopy(d, 0, shifts, 3 * copy, 3);
            }
            copyOf[i] = copy;
        }
        if (copies.size() != order || sites.size() * order != n) {
            throw new IllegalStateException("structure of " + n + " atoms split into " + sites.size() + " sites and "
                    + copies.size() + " copies, expected " + order + " copies");
        }
        representative = sites.stream().mapToInt(Integer::intValue).toArray();
        translations = shifts;
        atomOf = new int[order][sites.size()];
        for (int i = 0; i < n; i++) {
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

    /**
     * Wave vectors of the group's characters: one representative for each class of supercell reciprocal vectors modulo the
     * primitive reciprocal lattice, in 1/angstrom, three per character; the first is 0. There are as many as copies.
     */
    public double[] waveVectors() {
        int order = copies();
        Cell primitiveReciprocal = Cell.periodic(Cell.periodic(lattice.rows()).reciprocalRows());
        double[] step = structure.cell().reciprocalRows();
        double[] out = new double[3 * order];
        Map<CosetKey, Integer> seen = new HashMap<>();
        seen.put(CosetKey.of(new double[3], primitiveReciprocal, order), 0);
        int found = 1;
        for (int done = 0; done < found; done++) {
            for (int k = 0; k < 3; k++) {
                double[] q = {
                    out[3 * done] + step[3 * k],
                    out[3 * done + 1] + step[3 * k + 1],
                    out[3 * done + 2] + step[3 * k + 2]
                };
                if (seen.putIfAbsent(CosetKey.of(q, primitiveReciprocal, order), found) == null) {
                    System.arraycopy(q, 0, out, 3 * found, 3);
                    found++;
                }
            }
        }
        return out;
    }

    /** A vector modulo a lattice of which it is a fraction with the given denominator. */
    private record CosetKey(int a, int b, int c) {
        static CosetKey of(double[] v, Cell modulus, int denominator) {
            double[] s = new double[3];
            modulus.toFractional(v[0], v[1], v[2], s);
            return new CosetKey(part(s[0], denominator), part(s[1], denominator), part(s[2], denominator));
        }

        private static int part(double fraction, int denominator) {
            return Math.floorMod(Math.round(fraction * denominator), denominator);
        }
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
