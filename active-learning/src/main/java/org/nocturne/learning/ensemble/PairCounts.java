package org.nocturne.learning.ensemble;

import org.nocturne.core.structure.NeighbourList;
import org.nocturne.core.structure.Structure;

/**
 * How many pairs lie in each distance bin, up to a distance of a few neighbours: g(r) but for its norm. In a solid pairs are followed from the
 * inherent structure, out to a margin beyond the last bin that no thermal displacement of a solid crosses twice over; in a liquid they are
 * found anew.
 */
final class PairCounts {
    private static final double BIN = 0.03;
    private static final double REACH = 6.0;
    private static final double MARGIN = 1.5;

    private final NeighbourList list;
    private final double reach;

    private PairCounts(NeighbourList list, double reach) {
        this.list = list;
        this.reach = reach;
    }

    static PairCounts of(Structure inherent) {
        double reach = Math.min(REACH, inherent.cell().halfSmallestHeight());
        return new PairCounts(NeighbourList.of(inherent, reach + MARGIN), reach);
    }

    /** Counts per bin of 0.03 angstrom from 0, each pair seen from both atoms. */
    static int[] in(Structure configuration, double reach) {
        NeighbourList near = NeighbourList.of(configuration, reach);
        int[] out = new int[bins(reach)];
        for (int entry = 0; entry < near.first(near.atoms()); entry++) {
            int bin = (int) (near.distance(entry) / BIN);
            if (bin < out.length) {
                out[bin]++;
            }
        }
        return out;
    }

    /** The same of displacements out of the inherent structure. */
    int[] of(double[] u) {
        int[] out = new int[bins(reach)];
        for (int i = 0; i < list.atoms(); i++) {
            for (int entry = list.first(i); entry < list.first(i + 1); entry++) {
                int j = list.neighbour(entry);
                double x = list.dx(entry) + u[3 * j] - u[3 * i];
                double y = list.dy(entry) + u[3 * j + 1] - u[3 * i + 1];
                double z = list.dz(entry) + u[3 * j + 2] - u[3 * i + 2];
                int bin = (int) (Math.sqrt(x * x + y * y + z * z) / BIN);
                if (bin < out.length) {
                    out[bin]++;
                }
            }
        }
        return out;
    }

    private static int bins(double reach) {
        return (int) Math.ceil(reach / BIN);
    }
}
