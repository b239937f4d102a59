package org.nocturne.learning.ensemble;

/** What is measured of a thermal configuration in every phase: energy, scattering, pair distances. */
public interface Measured {
    /** Potential energy above the minimised start, of a glass above its own inherent structure, eV per cell. */
    double thermalEnergyEv();

    /** Intensity |sum_i exp(i k.x_i)|^2 / N at fixed wave vectors at which no perfect crystal scatters. */
    double[] diffuse();

    /** {@link PairCounts}, one count per bin. */
    int[] pairs();
}
