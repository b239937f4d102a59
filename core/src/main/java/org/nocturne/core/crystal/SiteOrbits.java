package org.nocturne.core.crystal;

import java.util.Arrays;
import org.nocturne.core.structure.Structure;

/** Which sites of a primitive cell its space group carries into one another: they are one kind of place, seen from different sides. */
public final class SiteOrbits {
    private SiteOrbits() {}

    /** For each site the number of its orbit, counted from 0 in the order of the first site of each. */
    public static int[] of(Structure primitiveCell) {
        AtomIndex atoms = new AtomIndex(primitiveCell);
        int[] orbit = new int[primitiveCell.size()];
        Arrays.fill(orbit, -1);
        int orbits = 0;
        double[] x = new double[3];
        var operations = SpaceGroup.of(primitiveCell).operations();
        for (int site = 0; site < orbit.length; site++) {
            if (orbit[site] < 0) {
                for (SpaceGroup.Operation operation : operations) {
                    operation.apply(primitiveCell.x(site), primitiveCell.y(site), primitiveCell.z(site), x);
                    orbit[atoms.at(x[0], x[1], x[2], 4 * Lattice.TOLERANCE_ANGSTROM)] = orbits;
                }
                orbits++;
            }
        }
        return orbit;
    }
}
