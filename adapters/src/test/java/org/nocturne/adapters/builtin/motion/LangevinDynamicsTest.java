package org.nocturne.adapters.builtin.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.nocturne.adapters.builtin.potential.NotFiniteException;
import org.nocturne.adapters.builtin.potential.PotentialEnergySurface;
import org.nocturne.core.structure.Kelvin;

class LangevinDynamicsTest {
    private static final double WITHOUT_FRICTION = Double.POSITIVE_INFINITY;

    private final Atoms atoms = new Atoms(Silicon.crystal(2));
    private final PotentialEnergySurface surface = Silicon.surface(2);
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(5);

    /** Velocity Verlet keeps the energy to within a wobble that goes with the square of the time step, without a drift. */
    @Test
    void without_friction_energy_is_kept_to_second_order() throws NotFiniteException {
        double kinetic = 1.5 * 63 * Kelvin.of(600).energyEv();
        Energies coarse = withoutFriction(2, 1000);
        Energies fine = withoutFriction(1, 2000);

        assertThat(fine.wobble()).isLessThan(2e-3 * kinetic);
        assertThat(coarse.wobble() / fine.wobble()).isCloseTo(4, within(0.6));
        assertThat(fine.later() - fine.earlier()).isCloseTo(0, within(2e-4 * kinetic));
    }

    @Test
    void new_velocities_have_the_temperature_within_its_spread_and_no_drift() {
        double sum = 0;
        double square = 0;
        int draws = 400;
        for (int k = 0; k < draws; k++) {
            atoms.drawVelocities(Kelvin.of(300), random);
            sum += atoms.temperatureK();
            square += atoms.temperatureK() * atoms.temperatureK();
        }
        int freedom = 3 * 64 - 3;
        double mean = sum / draws;
        double spread = Math.sqrt(square / draws - mean * mean);

        assertThat(mean).isCloseTo(300, within(4 * 300 * Math.sqrt(2.0 / freedom / draws)));
        assertThat(spread / 300).isCloseTo(Math.sqrt(2.0 / freedom), within(0.015)); // Frenkel and Smit, eq. 6.1.3
        assertThat(totalVelocity()).isCloseTo(0, within(1e-15));
    }

    /** Equipartition, of both halves of the energy: nearly harmonic at 50 K, where anharmonicity is below the error. */
    @Test
    void both_energies_are_those_of_the_temperature() throws NotFiniteException {
        double t = 50;
        surface.moveTo(atoms.xyz());
        double bottom = surface.energyEv();
        atoms.drawVelocities(Kelvin.of(t), random);
        LangevinDynamics dynamics = new LangevinDynamics(surface, atoms, 1, 100, random);
        for (int k = 0; k < 2000; k++) {
            dynamics.step(t);
        }
        double kinetic = 0;
        double potential = 0;
        int steps = 40_000;
        for (int k = 0; k < steps; k++) {
            dynamics.step(t);
            kinetic += atoms.temperatureK() / steps;
            potential += (surface.energyEv() - bottom) / steps;
        }
        double halfKt = Kelvin.of(t).energyEv() / 2;

        // 189 modes, a fresh sample every 0.2 ps: 200 of them, so an error of sqrt(2/189/200) = 0.7 %.
        assertThat(kinetic / t).isCloseTo(1, within(0.025));
        assertThat(potential / (189 * halfKt)).isCloseTo(1, within(0.025));
        assertThat(totalVelocity()).isCloseTo(0, within(1e-14));
    }

    @Test
    void a_time_step_that_is_far_too_long_blows_up_and_says_so() throws NotFiniteException {
        atoms.drawVelocities(Kelvin.of(300), random);
        LangevinDynamics dynamics = new LangevinDynamics(surface, atoms, 40, 100, random);

        assertThatThrownBy(() -> {
                    for (int k = 0; k < 1000; k++) {
                        dynamics.step(300);
                    }
                })
                .isInstanceOf(NotFiniteException.class)
                .hasMessageContaining("of 40.0 fs");
    }

    /** Total energies of a run: largest less smallest, and means of its second and fourth quarter. */
    private record Energies(double wobble, double earlier, double later) {}

    private Energies withoutFriction(double timestepFs, int steps) throws NotFiniteException {
        Atoms moving = new Atoms(Silicon.crystal(2));
        moving.drawVelocities(
                Kelvin.of(600), RandomGeneratorFactory.of("L64X128MixRandom").create(9));
        LangevinDynamics dynamics = new LangevinDynamics(surface, moving, timestepFs, WITHOUT_FRICTION, random);
        double[] total = new double[steps];
        for (int k = 0; k < steps; k++) {
            dynamics.step(0);
            total[k] = surface.energyEv() + moving.kineticEnergyEv();
        }
        double wobble = Arrays.stream(total).max().orElseThrow()
                - Arrays.stream(total).min().orElseThrow();
        return new Energies(
                wobble,
                Arrays.stream(total, steps / 4, steps / 2).average().orElseThrow(),
                Arrays.stream(total, 3 * steps / 4, steps).average().orElseThrow());
    }

    private double totalVelocity() {
        double sum = 0;
        for (double v : atoms.velocity()) {
            sum += v;
        }
        return sum;
    }
}
