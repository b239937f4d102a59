package org.nocturne.adapters.lammps;

import java.util.SplittableRandom;

/** Our seeds are any long; those of LAMMPS lie between 1 and 900,000,000, and each command needs its own. */
final class LammpsSeed {
    private static final int LARGEST = 900_000_000;

    private LammpsSeed() {}

    /** @param stream 0 for velocities, then one for each thermostat of the run */
    static int of(long seed, int stream) {
        SplittableRandom mixed = new SplittableRandom(seed);
        int drawn = 0;
        for (int k = 0; k <= stream; k++) {
            drawn = mixed.nextInt(1, LARGEST);
        }
        return drawn;
    }
}
