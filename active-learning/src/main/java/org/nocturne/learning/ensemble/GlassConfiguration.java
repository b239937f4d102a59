package org.nocturne.learning.ensemble;

/**
 * A thermal configuration of a glass, with the inherent structure that it falls to itself.
 *
 * @param thermal as of a liquid: no structure is the place of rest of all
 * @param inherentEnergyEv of its own inherent structure above the minimised start, eV per cell
 * @param squareAngstrom median over atoms of the squared displacement from there, without the drift of the whole, angstrom^2
 */
public record GlassConfiguration(LiquidConfiguration thermal, double inherentEnergyEv, double squareAngstrom)
        implements Measured {

    /** Potential energy above its own inherent structure, eV per cell. */
    @Override
    public double thermalEnergyEv() {
        return thermal.thermalEnergyEv() - inherentEnergyEv;
    }

    @Override
    public double[] diffuse() {
        return thermal.diffuse();
    }

    @Override
    public int[] pairs() {
        return thermal.pairs();
    }
}
