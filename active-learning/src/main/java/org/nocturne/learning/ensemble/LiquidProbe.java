package org.nocturne.learning.ensemble;

import org.nocturne.core.crystal.Sites;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.InherentStructure;

/**
 * Measures configurations of one liquid: so many atoms of each species in one cell. No structure is its place of rest; the one that it
 * was melted from gives the zero of energy and the distance of neighbours.
 */
public final class LiquidProbe {
    private static final double PAIRS_REACH = 3;
    private static final double INDEPENDENT = 2;
    private static final double OF_UNRELATED = 0.75;

    private final Structure start;
    private final double startEnergyEv;
    private final LiquidWaves waves;
    private final double pairsReach;
    private final double independentSquare;

    /** @param start minimised */
    public LiquidProbe(InherentStructure start) {
        this.start = start.structure();
        this.startEnergyEv = start.energyEv();
        double nearest = Sites.nearestAngstrom(this.start);
        this.waves = LiquidWaves.of(this.start.cell(), nearest);
        this.pairsReach = Math.min(PAIRS_REACH * nearest, this.start.cell().halfSmallestHeight());
        this.independentSquare =
                Math.min(INDEPENDENT * INDEPENDENT * nearest * nearest, OF_UNRELATED * ofUnrelated(this.start));
    }

    /**
     * Measures a configuration.
     *
     * @param thermal in the same cell
     * @param energyEv its potential energy, eV per cell
     * @throws IllegalArgumentException if it has another number of atoms
     */
    public LiquidConfiguration measure(Structure thermal, double energyEv) {
        if (thermal.size() != start.size()) {
            throw new IllegalArgumentException("a configuration of " + thermal.size()
                    + " atoms cannot be measured as a liquid of " + start.size());
        }
        double[] xyz = thermal.xyzAngstrom();
        return new LiquidConfiguration(
                energyEv - startEnergyEv, waves.intensities(xyz), PairCounts.in(thermal, pairsReach), xyz);
    }

    /** The minimised structure that the liquid was melted from. */
    public Structure start() {
        return start;
    }

    public int atoms() {
        return start.size();
    }

    public LiquidWaves waves() {
        return waves;
    }

    /**
     * Mean square displacement from which on two configurations count as independent, angstrom^2: (2 d)^2 with the distance d of
     * neighbours. In cells so small that unrelated atoms are hardly farther apart than that, three quarters of what those have.
     */
    public double independentSquare() {
        return independentSquare;
    }

    /** Whether two configurations have not forgotten each other. */
    public boolean isNear(LiquidConfiguration one, LiquidConfiguration other) {
        return squareBetween(one, other) < independentSquare;
    }

    /** Mean over atoms of the square of the way from one configuration to the other, minimum image, without the drift of the whole, angstrom^2. */
    public double squareBetween(LiquidConfiguration from, LiquidConfiguration to) {
        double[] a = from.xyzAngstrom();
        double[] b = to.xyzAngstrom();
        double[] d = new double[3];
        double[] mean = new double[3];
        double square = 0;
        int n = a.length / 3;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < 3; k++) {
                d[k] = b[3 * i + k] - a[3 * i + k];
            }
            start.cell().minimumImage(d);
            for (int k = 0; k < 3; k++) {
                mean[k] += d[k] / n;
                square += d[k] * d[k] / n;
            }
        }
        return square - mean[0] * mean[0] - mean[1] * mean[1] - mean[2] * mean[2];
    }

    /** What {@link #squareBetween} is of two configurations that know nothing of each other: a third of the sum of the squared half edges. */
    private static double ofUnrelated(Structure start) {
        double sum = 0;
        for (double component : start.cell().rows()) {
            sum += component * component / 12;
        }
        return sum;
    }
}
