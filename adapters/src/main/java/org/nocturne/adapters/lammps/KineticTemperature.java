package org.nocturne.adapters.lammps;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.nocturne.adapters.ProgramSeed;
import org.nocturne.core.structure.Kelvin;

/**
 * The temperature that velocities of the Maxwell-Boltzmann distribution happen to have: T chi^2 / (3N - 3), its variance 2 T^2 / (3N - 3) (Frenkel and Smit,
 * Understanding Molecular Simulation, eq. 6.1.3). LAMMPS scales new velocities to exactly the temperature asked for; a short run from there has a kinetic energy
 * that does not fluctuate, and so a potential energy that fluctuates too little.
 */
final class KineticTemperature {
    private static final int STREAM = 7; // of the seeds of LAMMPS; thermostats take the first few

    private KineticTemperature() {}

    static Kelvin draw(Kelvin temperature, int atoms, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(ProgramSeed.of(seed, STREAM));
        int freedom = Math.max(3, 3 * atoms - 3);
        double square = 0;
        for (int k = 0; k < freedom; k++) {
            double z = random.nextGaussian();
            square += z * z;
        }
        return Kelvin.of(temperature.value() * square / freedom);
    }
}
