package org.nocturne.learning.ensemble;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.descriptive.rank.Median;
import org.nocturne.core.crystal.Displacements;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.InherentStructure;

/** Measures configurations of one glass as {@link LiquidProbe} does those of a liquid, and each against what it falls to. */
public final class GlassProbe {
    private final LiquidProbe liquid;
    private final double startEnergyEv;

    /** @param start minimised; what was melted */
    public GlassProbe(InherentStructure start) {
        this.liquid = new LiquidProbe(start);
        this.startEnergyEv = start.energyEv();
    }

    /**
     * Measures a configuration.
     *
     * @param thermal in the cell of the start
     * @param energyEv its potential energy, eV per cell
     * @param bottom it minimised, atoms in the same order
     * @throws IllegalArgumentException if either has another number of atoms than the start
     */
    public GlassConfiguration measure(Structure thermal, double energyEv, InherentStructure bottom) {
        return new GlassConfiguration(
                liquid.measure(thermal, energyEv),
                bottom.energyEv() - startEnergyEv,
                medianSquare(Displacements.of(bottom.structure(), thermal)));
    }

    public LiquidProbe liquid() {
        return liquid;
    }

    /**
     * Which of these have a melt in common: each is nearer to another of its family than two distances of neighbours, root mean square over
     * atoms, and the families are farther apart. Nothing needs to be known of where they come from.
     */
    public Families<GlassConfiguration> families(List<GlassConfiguration> configurations) {
        List<List<GlassConfiguration>> families = new ArrayList<>();
        for (GlassConfiguration one : configurations) {
            List<List<GlassConfiguration>> near = families.stream()
                    .filter(family -> family.stream().anyMatch(other -> liquid.isNear(one.thermal(), other.thermal())))
                    .toList();
            List<GlassConfiguration> joined = new ArrayList<>();
            near.forEach(joined::addAll);
            joined.add(one);
            families.removeIf(family -> near.stream().anyMatch(n -> n == family));
            families.add(joined);
        }
        return new Families<>(families);
    }

    private static double medianSquare(double[] displacements) {
        int n = displacements.length / 3;
        double[] squares = new double[n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < 3; k++) {
                squares[i] += displacements[3 * i + k] * displacements[3 * i + k];
            }
        }
        return new Median().evaluate(squares);
    }
}
