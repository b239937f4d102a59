package org.nocturne.generator.thermal;

import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.nocturne.core.port.Forces;
import org.nocturne.core.structure.Kelvin;

/**
 * Hybrid Monte Carlo (Duane, Kennedy, Pendleton and Roweth, Phys. Lett. B 195, 216 (1987)) with the effective force constants H as mass
 * matrix and its harmonic part solved exactly: v += d/2 (H^-1 F + u); u and v turn by the angle d; v += d/2 (H^-1 F + u). Only what is
 * not harmonic makes an error (the splitting of Beskos, Pinski, Sanz-Serna and Stuart, Stoch. Proc. Appl. 121, 2201 (2011)), and the
 * Metropolis test removes it: the ensemble is exact, a harmonic crystal is always accepted. A rejected trajectory leaves the
 * configuration where it was.
 *
 * @param trajectories each begins with fresh velocities and ends with the test
 * @param steps force calls of a trajectory
 * @param delta d, the angle of a step
 * @param burnIn what brings the proposal near the ensemble first, since far from it nearly every trajectory is accepted or none
 */
public record PreconditionedHmc(int trajectories, int steps, double delta, PreconditionedLangevin burnIn)
        implements Correction {

    public PreconditionedHmc {
        if (trajectories < 1 || steps < 1 || !(delta > 0 && delta < 2)) {
            throw new IllegalArgumentException(trajectories + " trajectories of " + steps + " steps, delta " + delta
                    + "; wanted are at least 1 of each, delta above 0 and below 2");
        }
    }

    /** A point of a trajectory: displacements, velocities, and the evaluation there. */
    record Point(double[] u, double[] v, Forces.Evaluation here) {}

    @Override
    public Corrected correct(
            double[] proposed, HarmonicModes modes, Forces forces, Kelvin temperature, RandomGenerator random) {
        if (!forces.hasEnergy()) {
            throw new IllegalArgumentException(
                    "hybrid Monte Carlo needs an energy for its Metropolis test, and these forces have none");
        }
        Corrected begun = burnIn.correct(proposed, modes, forces, temperature, random);
        double[] u = begun.displacementsAngstrom();
        Forces.Evaluation here = begun.evaluation();
        int accepted = 0;
        for (int k = 0; k < trajectories; k++) {
            double[] v = modes.noise(temperature, random);
            Point end = travel(new Point(u, v, here), modes, forces);
            double rise = end.here.energyEv() - here.energyEv() + kinetic(end.v, modes) - kinetic(v, modes);
            if (Math.log(random.nextDouble()) < -rise / temperature.energyEv()) {
                accepted++;
                u = end.u;
                here = end.here;
            }
        }
        return new Corrected(u, here, OptionalDouble.of((double) accepted / trajectories), begun.cappedShare());
    }

    @Override
    public boolean needsEnergy() {
        return true;
    }

    /** One trajectory; the same with the velocities reversed leads back. */
    Point travel(Point from, HarmonicModes modes, Forces forces) {
        double[] u = from.u.clone();
        double[] v = from.v.clone();
        Forces.Evaluation here = from.here;
        double[] kick = kick(u, here, modes);
        double cos = Math.cos(delta);
        double sin = Math.sin(delta);
        for (int step = 0; step < steps; step++) {
            Vectors.add(v, delta / 2, kick);
            for (int k = 0; k < u.length; k++) {
                double turned = cos * u[k] + sin * v[k];
                v[k] = cos * v[k] - sin * u[k];
                u[k] = turned;
            }
            here = forces.at(u);
            kick = kick(u, here, modes);
            Vectors.add(v, delta / 2, kick);
        }
        return new Point(u, v, here);
    }

    /** H^-1 F + u: what the force holds beyond its harmonic part. */
    private static double[] kick(double[] u, Forces.Evaluation here, HarmonicModes modes) {
        double[] out = modes.inverse(here.forcesEvPerAngstrom());
        Vectors.add(out, 1, u);
        return out;
    }

    /** v.Hv/2. */
    private static double kinetic(double[] v, HarmonicModes modes) {
        return 0.5 * Vectors.dot(v, modes.hessian(v));
    }
}
