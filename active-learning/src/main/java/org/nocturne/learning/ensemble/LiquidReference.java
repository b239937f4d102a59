package org.nocturne.learning.ensemble;

import java.util.List;

/**
 * Frozen MD of a liquid at the temperature that is judged: independent replicas, each with a dense series of energies and sparser frames.
 *
 * @param probe by which its frames were measured
 * @param frames of each replica
 * @param energiesEv the denser series of each replica, eV above the minimised start
 * @param fluctuation of the energy
 * @param source where it came from, for the reader of the report
 */
public record LiquidReference(
        LiquidProbe probe,
        List<List<LiquidConfiguration>> frames,
        List<double[]> energiesEv,
        EnergyFluctuation fluctuation,
        String source) {

    public LiquidReference {
        frames = frames.stream().map(List::copyOf).toList();
        energiesEv = List.copyOf(energiesEv);
    }

    /** All frames, replica after replica. */
    public List<LiquidConfiguration> pooled() {
        return frames.stream().flatMap(List::stream).toList();
    }

    public Estimate meanEnergyEv() {
        return Estimate.meanOf(energiesEv);
    }
}
