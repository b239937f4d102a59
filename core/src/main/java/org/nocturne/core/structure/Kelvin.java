package org.nocturne.core.structure;

import java.util.Locale;

/** An absolute temperature. */
public record Kelvin(double value) implements Comparable<Kelvin> {

    /** Boltzmann's constant in eV/K (exact in the SI of 2019: 1.380649e-23 / 1.602176634e-19). */
    public static final double BOLTZMANN_EV = 8.617333262145179e-5;

    public Kelvin {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("temperature is " + value + " K; it must be finite and not below 0 K");
        }
    }

    public static Kelvin of(double value) {
        return new Kelvin(value);
    }

    /** kB T in eV. */
    public double energyEv() {
        return BOLTZMANN_EV * value;
    }

    @Override
    public int compareTo(Kelvin other) {
        return Double.compare(value, other.value);
    }

    /** "300K", "87.5K": the form used in the route log and in file names. */
    @Override
    public String toString() {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0fK", value)
                : String.format(Locale.ROOT, "%sK", value);
    }
}
