package org.nocturne.adapters;

import java.util.SplittableRandom;

/** Our seeds are any long; programs want a small whole number above 0, LAMMPS one up to 900,000,000, and each of its commands another. */
public final class ProgramSeed {
    private static final int LARGEST = 900_000_000;

    private ProgramSeed() {}

    /** @param stream 0 for velocities, then one for each thermostat of the run */
    public static int of(long seed, int stream) {
        SplittableRandom mixed = new SplittableRandom(seed);
        int drawn = 0;
        for (int k = 0; k <= stream; k++) {
            drawn = mixed.nextInt(1, LARGEST);
        }
        return drawn;
    }
}
