package org.nocturne.learning.phase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.stat.descriptive.rank.Median;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.NeighbourList;
import org.nocturne.core.structure.Structure;

/**
 * Whether a configuration, once minimised, is the inherent structure again when atoms that have exchanged places are relabelled: every
 * site holds one atom of its element.
 */
public final class SiteReturn {
    private static final double SHARE_OF_NEAREST = 0.25;

    private SiteReturn() {}

    /**
     * Share of sites that hold exactly one atom of their element within a quarter of the nearest distance, after the drift of the whole
     * is removed; 1 is a return.
     *
     * @param nearestAngstrom mean nearest distance of the inherent structure
     */
    public static double share(Structure inherent, Structure minimised, double nearestAngstrom) {
        int n = inherent.size();
        double[] xyz = new double[6 * n];
        System.arraycopy(inherent.xyzAngstrom(), 0, xyz, 0, 3 * n);
        double[] moved = minimised.xyzAngstrom();
        double[] drift = drift(inherent, moved);
        for (int k = 0; k < 3 * n; k++) {
            xyz[3 * n + k] = moved[k] - drift[k % 3];
        }
        List<Element> both = new ArrayList<>(inherent.species());
        both.addAll(minimised.species());
        Structure together = new Structure(inherent.cell(), both, xyz);
        NeighbourList near = NeighbourList.of(together, SHARE_OF_NEAREST * nearestAngstrom);
        int held = 0;
        for (int site = 0; site < n; site++) {
            int atoms = 0;
            for (int e = near.first(site); e < near.first(site) + near.count(site); e++) {
                int j = near.neighbour(e);
                atoms += j >= n && both.get(j).equals(both.get(site)) ? 1 : 0;
            }
            held += atoms == 1 ? 1 : 0;
        }
        return (double) held / n;
    }

    /**
     * Of the whole: the median over atoms of each component of the shortest way back to where they began. Atoms that have hopped do not
     * bend it, and wrapping does not either, as long as fewer than half have hopped.
     */
    private static double[] drift(Structure inherent, double[] moved) {
        int n = inherent.size();
        double[] from = inherent.xyzAngstrom();
        double[][] component = new double[3][n];
        double[] d = new double[3];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < 3; k++) {
                d[k] = moved[3 * i + k] - from[3 * i + k];
            }
            inherent.cell().minimumImage(d);
            for (int k = 0; k < 3; k++) {
                component[k][i] = d[k];
            }
        }
        return Arrays.stream(component)
                .mapToDouble(c -> new Median().evaluate(c))
                .toArray();
    }
}
