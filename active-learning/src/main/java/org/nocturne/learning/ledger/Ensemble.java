package org.nocturne.learning.ledger;

import java.util.ArrayList;
import java.util.List;
import org.nocturne.core.crystal.Displacements;
import org.nocturne.core.structure.Structure;

/** Independent thermal configurations around one inherent structure, reduced to what the ledger compares. */
public final class Ensemble {
    private final Structure inherent;
    private final double inherentEnergyEv;
    private final LongWaves waves;
    private final List<Double> energies = new ArrayList<>();
    private final List<Double> meanSquares = new ArrayList<>();
    private final List<Double> amplitudes = new ArrayList<>();

    public Ensemble(Structure inherent, double inherentEnergyEv) {
        this.inherent = inherent;
        this.inherentEnergyEv = inherentEnergyEv;
        this.waves = new LongWaves(inherent);
    }

    /** Adds a configuration with its potential energy. */
    public void add(Structure thermal, double energyEv) {
        double[] u = Displacements.of(inherent, thermal);
        energies.add(energyEv - inherentEnergyEv);
        meanSquares.add(Displacements.meanSquare(u));
        amplitudes.add(waves.amplitude(u));
    }

    public int atoms() {
        return inherent.size();
    }

    public int size() {
        return energies.size();
    }

    public double inherentEnergyEv() {
        return inherentEnergyEv;
    }

    /** Thermal energies above the inherent structure, eV per cell. */
    public double[] thermalEnergiesEv() {
        return energies.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Mean over atoms of u^2, angstrom^2, one per configuration. */
    public double[] meanSquares() {
        return meanSquares.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Mean power of the longest waves, angstrom^2, one per configuration. */
    public double[] longWaves() {
        return amplitudes.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
