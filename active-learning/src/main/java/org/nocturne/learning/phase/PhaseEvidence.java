package org.nocturne.learning.phase;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.nocturne.core.crystal.BondOrder;
import org.nocturne.core.structure.Structure;

/**
 * What replicas show of their phase. Three signs vote: growth of the mean square displacement; return to the same inherent structure;
 * and bond order over the whole cell, where the inherent structure has any. Lindemann's ratio is told and warned of above 0.20, but
 * does not vote: hot soft solids come close to where other solids melt.
 *
 * @param growth mean over the replicas
 * @param nearestAngstrom mean nearest distance of the inherent structure
 * @param inherentQ6 of the inherent structure
 * @param thermalQ6 mean over the last frames of the replicas
 * @param returned mean share of sites held after minimisation of the last frames; NaN where none was minimised
 */
public record PhaseEvidence(
        SquareGrowth growth, double nearestAngstrom, double inherentQ6, double thermalQ6, double returned) {
    private static final double DIFFUSIVE_RATIO = 1.5;
    private static final double LEAST_ORDER = 0.2;
    private static final double KEPT_ORDER = 0.5;
    private static final double LEAST_RETURN = 0.99;
    public static final double WARNING_LINDEMANN = 0.20;

    /** What the signs say together. */
    public enum Phase {
        SOLID,
        LIQUID,
        UNDECIDED
    }

    /**
     * @param replicas evenly spaced frames of each, positions unwrapped
     * @param minimised their last frames minimised; empty where that was not done
     */
    public static PhaseEvidence of(Structure inherent, List<List<Structure>> replicas, List<Structure> minimised) {
        double reach = BondOrder.reach(inherent);
        double nearest = reach / BondOrder.SHELL;
        return new PhaseEvidence(
                SquareGrowth.mean(replicas.stream().map(SquareGrowth::of).toList()),
                nearest,
                BondOrder.of(inherent, 6, reach),
                mean(replicas.stream().mapToDouble(r -> BondOrder.of(r.get(r.size() - 1), 6, reach))),
                mean(minimised.stream().mapToDouble(m -> SiteReturn.share(inherent, m, nearest))));
    }

    private static double mean(DoubleStream values) {
        return values.average().orElse(Double.NaN);
    }

    /** Root mean square displacement from the mean place over the nearest distance; half of the square between frames is that. */
    public double lindemann() {
        return Math.sqrt(growth.half() / 2) / nearestAngstrom;
    }

    /** The majority of the signs; undecided where they stand against each other evenly. */
    public Phase phase() {
        long solid = signs().filter(s -> s).count();
        long liquid = signs().filter(s -> !s).count();
        return solid == liquid ? Phase.UNDECIDED : solid > liquid ? Phase.SOLID : Phase.LIQUID;
    }

    private Stream<Boolean> signs() {
        Stream<Boolean> order =
                inherentQ6 < LEAST_ORDER ? Stream.empty() : Stream.of(thermalQ6 >= KEPT_ORDER * inherentQ6);
        Stream<Boolean> back = Double.isNaN(returned) ? Stream.empty() : Stream.of(returned >= LEAST_RETURN);
        return Stream.concat(Stream.of(!diffuses()), Stream.concat(order, back));
    }

    private boolean diffuses() {
        return growth.ratio() >= DIFFUSIVE_RATIO;
    }

    /** One sentence with the figures. */
    public String why() {
        String order = inherentQ6 < LEAST_ORDER
                ? "bond order cannot tell, the inherent structure has none (Q6 " + number(inherentQ6) + ")"
                : "Q6 is " + number(thermalQ6) + " of " + number(inherentQ6);
        String back = Double.isNaN(returned)
                ? "return to the inherent structure was not tried"
                : String.format(Locale.ROOT, "%.1f %% of the sites are held after minimisation", 100 * returned);
        String warning = lindemann() > WARNING_LINDEMANN && phase() == Phase.SOLID
                ? "; warning: for a solid that is large, atoms may be exchanging places"
                : "";
        return phase().name().toLowerCase(Locale.ROOT) + ": the mean square displacement grows by "
                + number(growth.ratio()) + " when the time doubles (1 in a solid, 2 in a liquid), " + order + ", "
                + back
                + "; Lindemann's ratio is " + number(lindemann()) + warning;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
