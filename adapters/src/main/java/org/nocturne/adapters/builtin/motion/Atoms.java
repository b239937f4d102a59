package org.nocturne.adapters.builtin.motion;

import java.util.random.RandomGenerator;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;

/** Atoms that move: positions in angstrom, velocities in angstrom/fs, masses in eV fs^2/angstrom^2. The total momentum is kept at zero. */
final class Atoms {
    /** 1 amu: 1.66053906660e-27 kg (CODATA 2018) times (1e5 m/s)^2, over 1.602176634e-19 J. */
    static final double AMU = 103.642696526805;

    private final Structure start;
    private final double[] xyz;
    private final double[] velocity;
    private final double[] mass;

    Atoms(Structure start) {
        this.start = start;
        this.xyz = start.xyzAngstrom();
        this.velocity = new double[xyz.length];
        this.mass = new double[start.size()];
        for (int i = 0; i < mass.length; i++) {
            mass[i] = AMU * start.species(i).massAmu();
        }
    }

    int count() {
        return mass.length;
    }

    /** Not a copy. */
    double[] xyz() {
        return xyz;
    }

    /** Not a copy. */
    double[] velocity() {
        return velocity;
    }

    double mass(int atom) {
        return mass[atom];
    }

    Structure structure() {
        return start.withPositions(xyz);
    }

    /** Velocities of the Maxwell-Boltzmann distribution among those without a total momentum. */
    void drawVelocities(Kelvin temperature, RandomGenerator random) {
        for (int i = 0; i < mass.length; i++) {
            double spread = Math.sqrt(temperature.energyEv() / mass[i]);
            for (int k = 0; k < 3; k++) {
                velocity[3 * i + k] = spread * random.nextGaussian();
            }
        }
        removeDrift();
    }

    void removeDrift() {
        double total = 0;
        double[] momentum = new double[3];
        for (int i = 0; i < mass.length; i++) {
            total += mass[i];
            for (int k = 0; k < 3; k++) {
                momentum[k] += mass[i] * velocity[3 * i + k];
            }
        }
        for (int i = 0; i < velocity.length; i++) {
            velocity[i] -= momentum[i % 3] / total;
        }
    }

    double kineticEnergyEv() {
        double twice = 0;
        for (int i = 0; i < mass.length; i++) {
            double vx = velocity[3 * i];
            double vy = velocity[3 * i + 1];
            double vz = velocity[3 * i + 2];
            twice += mass[i] * (vx * vx + vy * vy + vz * vz);
        }
        return twice / 2;
    }

    /** Of 3N - 3 degrees of freedom. */
    double temperatureK() {
        return 2 * kineticEnergyEv() / (Kelvin.BOLTZMANN_EV * (3 * mass.length - 3));
    }
}
