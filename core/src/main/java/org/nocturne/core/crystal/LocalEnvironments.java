package org.nocturne.core.crystal;

import java.util.Arrays;
import org.nocturne.core.structure.NeighbourList;
import org.nocturne.core.structure.Structure;

/**
 * The surroundings of every atom of an inherent structure in the padded layout that force models read: N atoms, K neighbour
 * slots each, unused slots masked and pointing at the atom itself.
 */
public final class LocalEnvironments {
    private final Structure inherent;
    private final double scale;
    private final int slots;
    private final int[] siteClass;
    private final int[] neighbour;
    private final boolean[] present;
    private final double[] reference;

    private LocalEnvironments(Structure inherent, double scale, int slots, int[] siteClass) {
        this.inherent = inherent;
        this.scale = scale;
        this.slots = slots;
        this.siteClass = siteClass;
        int n = inherent.size();
        this.neighbour = new int[n * slots];
        this.present = new boolean[n * slots];
        this.reference = new double[3 * n * slots];
    }

    /**
     * Lays out the neighbours of a structure whose atoms sit on the given sites.
     *
     * @throws IllegalArgumentException if an atom sits on none of them
     */
    public static LocalEnvironments of(Structure inherent, SiteTable sites) {
        return of(inherent, sites, 1);
    }

    /**
     * The same of a structure that is larger as a whole than the one the sites were read off.
     *
     * @param scale by which factor
     */
    public static LocalEnvironments of(Structure inherent, SiteTable unscaled, double scale) {
        SiteTable sites = scale == 1 ? unscaled : unscaled.scaled(scale);
        NeighbourList list = NeighbourList.of(inherent, sites.cutoffAngstrom());
        LocalEnvironments out = new LocalEnvironments(inherent, scale, sites.widest(), sites.assign(inherent, list));
        for (int i = 0; i < inherent.size(); i++) {
            Arrays.fill(out.neighbour, i * out.slots, (i + 1) * out.slots, i);
            for (int k = 0; k < list.count(i); k++) {
                int entry = list.first(i) + k;
                int slot = i * out.slots + k;
                out.neighbour[slot] = list.neighbour(entry);
                out.present[slot] = true;
                out.reference[3 * slot] = list.dx(entry);
                out.reference[3 * slot + 1] = list.dy(entry);
                out.reference[3 * slot + 2] = list.dz(entry);
            }
        }
        return out;
    }

    public Structure inherent() {
        return inherent;
    }

    /** By which factor the inherent structure is larger than the crystal whose sites these are. */
    public double scale() {
        return scale;
    }

    public int atoms() {
        return siteClass.length;
    }

    /** K, the number of neighbour slots of each atom. */
    public int slots() {
        return slots;
    }

    public int siteClass(int atom) {
        return siteClass[atom];
    }

    /** Neighbour in a slot; the atom itself where the slot is empty. */
    public int neighbour(int atom, int slot) {
        return neighbour[atom * slots + slot];
    }

    public boolean isPresent(int atom, int slot) {
        return present[atom * slots + slot];
    }

    /** Component of the vector from the atom to its neighbour in the inherent structure, angstrom. */
    public double reference(int atom, int slot, int axis) {
        return reference[3 * (atom * slots + slot) + axis];
    }
}
