package org.nocturne.generator.thermal;

import org.nocturne.core.structure.Kelvin;

/** By which statistics nuclei move. */
public enum Nuclei {
    /** kB T in every mode: what classical MD does, and what every comparison with it wants. */
    CLASSICAL {
        @Override
        public double energyEv(double squaredFrequency, Kelvin temperature) {
            return temperature.energyEv();
        }
    },

    /**
     * (hbar omega/2) coth(hbar omega/2 kB T), the harmonic oscillator of quantum mechanics (Feynman, Statistical Mechanics, eq. 2.84): what a
     * measurement sees. It is larger, by (hbar omega/kB T)^2/12 of itself while that is small.
     */
    QUANTUM {
        @Override
        public double energyEv(double squaredFrequency, Kelvin temperature) {
            double half = 0.5 * HBAR_EV * Math.sqrt(squaredFrequency);
            return half / Math.tanh(half / temperature.energyEv());
        }
    };

    /**
     * hbar times 1 sqrt(eV/(angstrom^2 u)), in eV: 6.582119569e-16 eV s times sqrt(1.602176634e-19 J / (1e-20 m^2 1.66053906660e-27 kg)) (CODATA 2018).
     */
    private static final double HBAR_EV = 6.582119569e-16 * Math.sqrt(1.602176634e-19 / (1e-20 * 1.66053906660e-27));

    /**
     * Twice the mean potential energy of a harmonic mode, eV: its mean square amplitude is this divided by its force constant.
     *
     * @param squaredFrequency omega^2 in eV/(angstrom^2 u), above 0
     */
    public abstract double energyEv(double squaredFrequency, Kelvin temperature);
}
