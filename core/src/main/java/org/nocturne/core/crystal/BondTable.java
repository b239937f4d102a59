package org.nocturne.core.crystal;

import java.util.ArrayList;
import java.util.List;
import org.nocturne.core.crystal.PairBasis.Bond;
import org.nocturne.core.structure.NeighbourList;

/** The bonds of every site in turn, as a neighbour list gives them. */
final class BondTable {
    private final int[] first;
    private final List<Bond> bonds = new ArrayList<>();

    BondTable(NeighbourList neighbours) {
        first = new int[neighbours.atoms() + 1];
        for (int site = 0; site < neighbours.atoms(); site++) {
            first[site] = bonds.size();
            for (int k = neighbours.first(site); k < neighbours.first(site) + neighbours.count(site); k++) {
                bonds.add(
                        new Bond(site, neighbours.neighbour(k), neighbours.dx(k), neighbours.dy(k), neighbours.dz(k)));
            }
        }
        first[neighbours.atoms()] = bonds.size();
    }

    int sites() {
        return first.length - 1;
    }

    int size() {
        return bonds.size();
    }

    Bond get(int bond) {
        return bonds.get(bond);
    }

    List<Bond> all() {
        return List.copyOf(bonds);
    }

    /** Index of the bond of this site with (nearly) this vector, or -1. */
    int along(int site, double dx, double dy, double dz, double toleranceAngstrom) {
        int best = -1;
        double bestSquare = toleranceAngstrom * toleranceAngstrom;
        for (int k = first[site]; k < first[site + 1]; k++) {
            double x = bonds.get(k).dx() - dx;
            double y = bonds.get(k).dy() - dy;
            double z = bonds.get(k).dz() - dz;
            double square = x * x + y * y + z * z;
            if (square <= bestSquare) {
                best = k;
                bestSquare = square;
            }
        }
        return best;
    }
}
