package org.nocturne.adapters.builtin.motion;

import java.util.Arrays;
import org.nocturne.adapters.builtin.potential.NotFiniteException;
import org.nocturne.adapters.builtin.potential.PotentialEnergySurface;
import org.nocturne.core.work.Minimisation;

/**
 * The fast inertial relaxation engine (Bitzek, Koskinen, Gähler, Moseler and Gumbsch, Phys. Rev. Lett. 97, 170201 (2006)): dynamics whose
 * velocities are steered downhill, that speeds up while it goes down and stops dead when it goes up. Integrated by the semi-implicit Euler
 * method, with half a step back after going up, as Guénolé et al., Comput. Mater. Sci. 175, 109584 (2020), found best.
 */
final class Fire {
    private static final int DELAY = 20;
    private static final double FASTER = 1.1;
    private static final double SLOWER = 0.5;
    private static final double STEERING = 0.25;
    private static final double STEERING_FADES = 0.99;
    private static final double LARGEST_OVER_FIRST_STEP = 10;
    private static final double SMALLEST_OVER_FIRST_STEP = 0.02;
    private static final double LONGEST_MOVE_ANGSTROM = 0.1;

    private final PotentialEnergySurface surface;
    private final Atoms atoms;
    private final double firstStep;
    private double step;
    private double steering = STEERING;
    private int downhill;

    /** @param timestepFs one with which dynamics of these atoms is stable */
    Fire(PotentialEnergySurface surface, Atoms atoms, double timestepFs) {
        this.surface = surface;
        this.atoms = atoms;
        this.firstStep = timestepFs;
        this.step = timestepFs;
    }

    /**
     * Moves the atoms to the bottom of their basin; the surface is there afterwards.
     *
     * @throws NotConvergedException if a limit of iterations or evaluations is reached first
     */
    void minimise(Minimisation until) throws NotFiniteException, NotConvergedException {
        surface.moveTo(atoms.xyz());
        double[] v = atoms.velocity();
        Arrays.fill(v, 0);
        int limit = Math.min(until.maxIterations(), until.maxEvaluations() - 1);
        for (int iteration = 0; norm(surface.forces()) > until.forceToleranceEvPerAngstrom(); iteration++) {
            if (iteration >= limit) {
                throw new NotConvergedException("minimisation ended after " + iteration + " iterations with a force of "
                        + norm(surface.forces()) + " eV/angstrom; " + until.forceToleranceEvPerAngstrom()
                        + " was asked for");
            }
            double before = surface.energyEv();
            turn(dot(surface.forces(), v));
            move();
            surface.moveTo(atoms.xyz());
            // At rest and after a stop steps are small by themselves, and small changes of the energy are no sign of a
            // minimum.
            if (downhill > DELAY
                    && Math.abs(surface.energyEv() - before) <= until.energyTolerance() * Math.abs(before)) {
                return;
            }
        }
    }

    /** Speeds up, or stops, by the power that the forces have. */
    private void turn(double power) {
        double[] v = atoms.velocity();
        if (power > 0 || downhill == 0 && norm(v) == 0) {
            downhill++;
            if (downhill > DELAY) {
                step = Math.min(FASTER * step, LARGEST_OVER_FIRST_STEP * firstStep);
                steering *= STEERING_FADES;
            }
            return;
        }
        for (int i = 0; i < v.length; i++) {
            atoms.xyz()[i] -= step / 2 * v[i];
            v[i] = 0;
        }
        downhill = 0;
        steering = STEERING;
        step = Math.max(SLOWER * step, SMALLEST_OVER_FIRST_STEP * firstStep);
    }

    private void move() {
        double[] v = atoms.velocity();
        double[] f = surface.forces();
        for (int i = 0; i < v.length; i++) {
            v[i] += step * f[i] / atoms.mass(i / 3);
        }
        double scale = norm(v) / norm(f);
        double fastest = 0;
        for (int i = 0; i < v.length; i++) {
            v[i] = (1 - steering) * v[i] + steering * scale * f[i];
            fastest = Math.max(fastest, Math.abs(v[i]));
        }
        double dt = Math.min(step, LONGEST_MOVE_ANGSTROM / fastest);
        for (int i = 0; i < v.length; i++) {
            atoms.xyz()[i] += dt * v[i];
        }
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
