package org.nocturne.routes.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nocturne.core.crystal.Displacements;
import org.nocturne.core.port.Forces;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.variant.Denoiser;
import org.nocturne.generator.variant.PartialNoising;
import org.nocturne.learning.ensemble.Ensemble;
import org.nocturne.learning.ensemble.Probe;
import org.nocturne.routes.cli.step.Seeds;

/** Ensembles drawn from anything that gives displacements, with energies of the code. */
final class Generators {
    private Generators() {}

    /** One set of 3N displacements in angstrom for each generator state. */
    interface Generator {
        double[] displacements(int index, RandomGenerator random);
    }

    /**
     * Draws, and has the code say the energy of each.
     *
     * @param forces of configurations around the probe's inherent structure, with energies
     */
    static Ensemble ensemble(Probe probe, Forces forces, int count, long seed, Generator generator, Runnable step) {
        Ensemble out = new Ensemble(probe);
        for (int index = 0; index < count; index++) {
            double[] u = generator.displacements(index, random(seed, index));
            out.add(probe.inherent().displaced(u), forces.at(u).energyEv());
            step.run();
        }
        return out;
    }

    static RandomGenerator random(long seed, int index) {
        return new Seeds(seed).generator(index);
    }

    /** Gaussian displacements of every component alone: an Einstein crystal with this mean square displacement. */
    static Generator white(Structure inherent, double meanSquare) {
        double width = Math.sqrt(meanSquare / 3);
        return (index, random) -> {
            double[] u = new double[3 * inherent.size()];
            for (int k = 0; k < u.length; k++) {
                u[k] = width * random.nextGaussian();
            }
            return u;
        };
    }

    /** What a denoiser makes of the inherent structure under the greatest noise that it has learned. */
    static Generator denoised(Structure inherent, Denoiser denoiser) {
        PartialNoising noising = new PartialNoising(denoiser, PartialNoising.CHURN, PartialNoising.STEPS);
        return (index, random) ->
                Displacements.of(inherent, noising.vary(inherent, denoiser.mostNoiseAngstrom(), random));
    }

    /** Gaussian displacements with the covariance of a few configurations, and so with their rank at most. */
    static Generator covariance(Ensemble few) {
        List<double[]> parts = new ArrayList<>();
        few.configurations().forEach(c -> parts.add(c.displacements()));
        double norm = 1 / Math.sqrt(parts.size());
        return (index, random) -> {
            double[] u = new double[parts.get(0).length];
            for (double[] part : parts) {
                double weight = norm * random.nextGaussian();
                for (int k = 0; k < u.length; k++) {
                    u[k] += weight * part[k];
                }
            }
            return u;
        };
    }
}
