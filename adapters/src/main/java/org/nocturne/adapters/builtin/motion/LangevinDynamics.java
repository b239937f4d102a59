package org.nocturne.adapters.builtin.motion;

import java.util.random.RandomGenerator;
import org.nocturne.adapters.builtin.potential.NotFiniteException;
import org.nocturne.adapters.builtin.potential.PotentialEnergySurface;
import org.nocturne.core.structure.Kelvin;

/**
 * Langevin dynamics, m a = F - m v / tau + noise, by the splitting BAOAB: velocity Verlet with the exact friction and noise of one time step
 * in the middle of its drift (Leimkuhler and Matthews, J. Chem. Phys. 138, 174102 (2013)). Positions are distributed as they should be to
 * fourth order in the time step for harmonic forces; without noise it is velocity Verlet.
 *
 * <p>Friction and noise leave the total momentum at zero, as {@code fix langevin ... zero yes} of LAMMPS does.
 */
final class LangevinDynamics {
    /** No atom goes further in a step that can be meant: hydrogen would have 50 eV at 1 fs. */
    private static final double LONGEST_STEP_ANGSTROM = 1;

    private final PotentialEnergySurface surface;
    private final Atoms atoms;
    private final double dt;
    private final double kept;
    private final RandomGenerator random;
    private long steps;

    /**
     * Computes the forces where the atoms are.
     *
     * @param dampFs relaxation time tau; infinite for motion without friction and noise
     */
    LangevinDynamics(
            PotentialEnergySurface surface, Atoms atoms, double timestepFs, double dampFs, RandomGenerator random)
            throws NotFiniteException {
        this.surface = surface;
        this.atoms = atoms;
        this.dt = timestepFs;
        this.kept = Math.exp(-timestepFs / dampFs);
        this.random = random;
        surface.moveTo(atoms.xyz());
    }

    void step(double temperatureK) throws NotFiniteException {
        steps++;
        kick();
        drift();
        if (kept < 1) {
            rub(temperatureK);
        }
        drift();
        try {
            surface.moveTo(atoms.xyz());
        } catch (NotFiniteException e) {
            throw new NotFiniteException(e.getMessage() + ", at step " + steps + " of " + dt + " fs");
        }
        kick();
    }

    private void kick() {
        double[] v = atoms.velocity();
        double[] f = surface.forces();
        for (int i = 0; i < v.length; i++) {
            v[i] += dt / 2 * f[i] / atoms.mass(i / 3);
        }
    }

    private void drift() throws NotFiniteException {
        double[] x = atoms.xyz();
        double[] v = atoms.velocity();
        for (int i = 0; i < v.length; i++) {
            if (!(Math.abs(v[i]) * dt <= LONGEST_STEP_ANGSTROM)) {
                throw new NotFiniteException("it has blown up: atom " + (i / 3 + 1) + " goes " + Math.abs(v[i]) * dt
                        + " angstrom in step " + steps + " of " + dt + " fs");
            }
            x[i] += dt / 2 * v[i];
        }
    }

    private void rub(double temperatureK) {
        double[] v = atoms.velocity();
        double heat = (1 - kept * kept) * Kelvin.BOLTZMANN_EV * temperatureK;
        for (int i = 0; i < atoms.count(); i++) {
            double spread = Math.sqrt(heat / atoms.mass(i));
            for (int k = 3 * i; k < 3 * i + 3; k++) {
                v[k] = kept * v[k] + spread * random.nextGaussian();
            }
        }
        atoms.removeDrift();
    }
}
