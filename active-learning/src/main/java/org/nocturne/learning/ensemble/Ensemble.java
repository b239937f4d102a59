package org.nocturne.learning.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.nocturne.core.structure.Structure;

/** Thermal configurations around one inherent structure, in the order in which they were added. */
public final class Ensemble {
    private final Probe probe;
    private final List<Configuration> configurations = new ArrayList<>();

    public Ensemble(Probe probe) {
        this.probe = probe;
    }

    /** Several ensembles of one probe as one. */
    public static Ensemble pooled(List<Ensemble> parts) {
        Ensemble out = new Ensemble(parts.get(0).probe);
        parts.forEach(part -> out.configurations.addAll(part.configurations));
        return out;
    }

    /** Adds a configuration with its potential energy in eV per cell. */
    public void add(Structure thermal, double energyEv) {
        configurations.add(probe.measure(thermal, energyEv));
    }

    public void add(Configuration measured) {
        configurations.add(measured);
    }

    /** Those of these indices, which may repeat. */
    public Ensemble only(int[] indices) {
        Ensemble out = new Ensemble(probe);
        for (int index : indices) {
            out.configurations.add(configurations.get(index));
        }
        return out;
    }

    public Probe probe() {
        return probe;
    }

    public int atoms() {
        return probe.atoms();
    }

    public int size() {
        return configurations.size();
    }

    public Configuration get(int index) {
        return configurations.get(index);
    }

    public List<Configuration> configurations() {
        return List.copyOf(configurations);
    }

    /** One number of each configuration. */
    public double[] each(ToDoubleFunction<Configuration> number) {
        return configurations.stream().mapToDouble(number).toArray();
    }

    /** Thermal energies above the inherent structure, eV per cell. */
    public double[] thermalEnergiesEv() {
        return each(Configuration::thermalEnergyEv);
    }
}
