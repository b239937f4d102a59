package org.nocturne.learning.train;

import org.nocturne.core.crystal.LocalEnvironments;
import org.nocturne.core.crystal.PairBasis;

/** Which bond of the primitive cell each neighbour slot of a larger cell is. */
public final class BondLayout {
    private final LocalEnvironments environments;
    private final int[][] bond;

    /** @throws IllegalArgumentException if a neighbour lies along no bond of its site */
    public BondLayout(LocalEnvironments environments, PairBasis orbits) {
        this.environments = environments;
        this.bond = new int[environments.atoms()][];
        for (int i = 0; i < bond.length; i++) {
            int present = 0;
            while (present < environments.slots() && environments.isPresent(i, present)) {
                present++;
            }
            bond[i] = new int[present];
            for (int slot = 0; slot < present; slot++) {
                double scale = environments.scale();
                bond[i][slot] = orbits.bondAlong(
                        environments.siteClass(i),
                        environments.reference(i, slot, 0) / scale,
                        environments.reference(i, slot, 1) / scale,
                        environments.reference(i, slot, 2) / scale,
                        0.3);
                if (bond[i][slot] < 0) {
                    throw new IllegalArgumentException(
                            "neighbour " + slot + " of atom " + (i + 1) + " lies along no bond");
                }
            }
        }
    }

    public int atoms() {
        return bond.length;
    }

    public int slots(int atom) {
        return bond[atom].length;
    }

    public int bond(int atom, int slot) {
        return bond[atom][slot];
    }

    public int neighbour(int atom, int slot) {
        return environments.neighbour(atom, slot);
    }
}
