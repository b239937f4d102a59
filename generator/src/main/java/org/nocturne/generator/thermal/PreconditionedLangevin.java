package org.nocturne.generator.thermal;

import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.nocturne.core.port.Forces;
import org.nocturne.core.structure.Kelvin;

/**
 * Underdamped Langevin dynamics with the effective force constants H as mass matrix, in the splitting BAOAB (Leimkuhler and Matthews, Appl.
 * Math. Res. Express 2013, 34): v += d/2 H^-1 F; u += d/2 v; v = c v + sqrt(1 - c^2) sqrt(kB T) H^-1/2 z; u += d/2 v; v += d/2 H^-1 F(u),
 * with c = exp(-gamma d). Every mode of a harmonic crystal then has the frequency 1, so few steps reach all of them; displacements of a
 * harmonic force are sampled without error at any d below 2. What anharmonicity adds to the error goes with d^2 and is not removed.
 *
 * @param steps force calls after the first
 * @param delta d, in units of a mode's period over 2 pi
 * @param friction gamma, in the inverse of those units
 * @param forceCapEvPerAngstrom longest force on an atom that is believed while the worst is being undone; infinite for none
 */
public record PreconditionedLangevin(int steps, double delta, double friction, double forceCapEvPerAngstrom)
        implements Correction {

    public PreconditionedLangevin {
        if (steps < 1 || !(delta > 0 && delta < 2) || !(friction > 0) || !(forceCapEvPerAngstrom > 0)) {
            throw new IllegalArgumentException("steps " + steps + ", delta " + delta + ", friction " + friction
                    + ", force cap " + forceCapEvPerAngstrom
                    + " eV/angstrom; wanted are at least 1 step, delta above 0 and below 2, the rest above 0");
        }
    }

    @Override
    public Corrected correct(
            double[] proposed, HarmonicModes modes, Forces forces, Kelvin temperature, RandomGenerator random) {
        ForceCap cap = new ForceCap(forceCapEvPerAngstrom);
        double c = Math.exp(-friction * delta);
        double kick = Math.sqrt(1 - c * c);
        double[] u = proposed.clone();
        double[] v = modes.noise(temperature, random);
        Forces.Evaluation here = forces.at(u);
        double[] a = modes.inverse(cap.of(here.forcesEvPerAngstrom()));
        for (int step = 0; step < steps; step++) {
            Vectors.add(v, delta / 2, a);
            Vectors.add(u, delta / 2, v);
            double[] noise = modes.noise(temperature, random);
            for (int k = 0; k < v.length; k++) {
                v[k] = c * v[k] + kick * noise[k];
            }
            Vectors.add(u, delta / 2, v);
            Vectors.removeMean(u);
            here = forces.at(u);
            double[] f = cap.of(here.forcesEvPerAngstrom());
            if (step + 1 < steps) { // the last half kick would change nothing but the velocity
                a = modes.inverse(f);
                Vectors.add(v, delta / 2, a);
            }
        }
        return new Corrected(u, here, OptionalDouble.empty(), cap.share());
    }

    @Override
    public boolean needsEnergy() {
        return false;
    }
}
