package org.nocturne.learning.train;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nocturne.core.crystal.Displacements;
import org.nocturne.core.crystal.SiteOrbits;
import org.nocturne.core.structure.NeighbourList;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.train.network.NetworkShape;

/** What a network takes from the crystal and from its frames: scales, shells, classes of sites. */
final class ShapeOfData {
    /** Beyond this many kinds of places, as in a glass, atoms are told apart by species alone. */
    private static final int MOST_CLASSES = 16;

    private static final double SHORTEST = 0.85; // the first radial function stands below the shortest distance
    private static final double CUT_ON = 0.75; // of the cut-off

    private ShapeOfData() {}

    static NetworkShape of(
            NetworkPlan plan,
            Structure primitive,
            double cutoffAngstrom,
            EffectiveForceConstants bare,
            List<FrameGroup> groups) {
        double[] shells = shells(primitive, cutoffAngstrom);
        double sigma = sigma(groups);
        return new NetworkShape(
                plan.channels(),
                plan.layers(),
                NetworkPlan.RADIAL_FUNCTIONS,
                SHORTEST * shells[0],
                CUT_ON * shells[1],
                shells[1],
                shells[2],
                classes(primitive),
                sigma,
                residual(groups, bare, sigma));
    }

    /** sigma_1 from &lt;u^2&gt; = 3 sigma_1^2 T over the training frames. */
    private static double sigma(List<FrameGroup> groups) {
        return Math.sqrt(groups.stream()
                .flatMap(g -> g.training().stream())
                .mapToDouble(f -> Displacements.meanSquare(f.displacementsAngstrom())
                        / (3 * f.temperature().value()))
                .average()
                .orElseThrow());
    }

    private static double residual(List<FrameGroup> groups, EffectiveForceConstants bare, double sigma) {
        double sum = 0;
        long components = 0;
        for (FrameGroup group : groups) {
            BondLayout layout = new BondLayout(group.environments(), bare.orbits());
            for (TrainingFrame frame : group.training()) {
                double[] linear = bare.forces(layout, frame.temperature(), frame.displacementsAngstrom());
                double unit = sigma * sigma * frame.temperature().value();
                for (int k = 0; k < linear.length; k++) {
                    double d = (frame.forcesEvPerAngstrom()[k] - linear[k]) / unit;
                    sum += d * d;
                }
                components += linear.length;
            }
        }
        return Math.max(Math.sqrt(sum / components), 1e-6); // a crystal of ideal springs leaves nothing
    }

    /**
     * Shortest distance; the middle of the gap between the last shell within the cut-off and the first beyond, where the neighbour lists are
     * still complete and no neighbour loses its weight; neighbours of an atom.
     */
    private static double[] shells(Structure primitive, double cutoffAngstrom) {
        double last = 0;
        double next = 1.5 * cutoffAngstrom;
        double shortest = Double.POSITIVE_INFINITY;
        int within = 0;
        NeighbourList neighbours = NeighbourList.of(primitive, 1.5 * cutoffAngstrom);
        for (int i = 0; i < primitive.size(); i++) {
            for (int k = neighbours.first(i); k < neighbours.first(i + 1); k++) {
                double r = neighbours.distance(k);
                shortest = Math.min(shortest, r);
                if (r <= cutoffAngstrom) {
                    last = Math.max(last, r);
                    within++;
                } else {
                    next = Math.min(next, r);
                }
            }
        }
        return new double[] {shortest, (last + next) / 2, (double) within / primitive.size()};
    }

    private static int[] classes(Structure primitive) {
        int[] orbits = SiteOrbits.of(primitive);
        if (Arrays.stream(orbits).max().orElse(0) < MOST_CLASSES) {
            return orbits;
        }
        Map<Object, Integer> species = new LinkedHashMap<>();
        int[] out = new int[orbits.length];
        for (int i = 0; i < out.length; i++) {
            Integer known = species.putIfAbsent(primitive.species(i), species.size());
            out[i] = known == null ? species.size() - 1 : known;
        }
        return out;
    }
}
