package org.nocturne.learning.ensemble;

/**
 * A configuration of a liquid, reduced to what ensembles are compared by.
 *
 * @param thermalEnergyEv potential energy above the minimised start, eV per cell
 * @param diffuse S(k) of this configuration at each vector of {@link LiquidWaves}
 * @param pairs {@link PairCounts}, one count per bin
 * @param xyzAngstrom 3N coordinates, by which it is told how far atoms are from where they are in another
 */
public record LiquidConfiguration(double thermalEnergyEv, double[] diffuse, int[] pairs, double[] xyzAngstrom)
        implements Measured {}
