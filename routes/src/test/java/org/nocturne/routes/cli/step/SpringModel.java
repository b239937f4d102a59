package org.nocturne.routes.cli.step;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.nocturne.core.crystal.LocalEnvironments;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.train.ForceModelTrainer;
import org.nocturne.learning.train.TrainingFrame;

/** A model trained on a crystal of silicon whose neighbours are joined by isotropic springs. */
final class SpringModel {
    private SpringModel() {}

    /** Writes the model, version 3, into {@code dir/name}. */
    static Path train(Path dir, String name, Structure crystal, double springEv) {
        ForceModelTrainer trainer = new ForceModelTrainer(new InherentStructure(crystal, -277.5, 0), "springs", 2.6, 0);
        SplittableRandom random = new SplittableRandom(8);
        List<TrainingFrame> frames = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            double[] u = new double[3 * crystal.size()];
            for (int a = 0; a < u.length; a++) {
                u[a] = 0.1 * random.nextGaussian();
            }
            frames.add(new TrainingFrame(Kelvin.of(300), u, springs(trainer.environments(), u, springEv)));
        }
        trainer.train(3, name, frames, "0".repeat(64), new CampaignFiles(dir));
        return dir.resolve(name);
    }

    private static double[] springs(LocalEnvironments env, double[] u, double springEv) {
        double[] out = new double[u.length];
        for (int i = 0; i < env.atoms(); i++) {
            for (int s = 0; s < env.slots(); s++) {
                for (int k = 0; k < 3 && env.isPresent(i, s); k++) {
                    out[3 * i + k] += springEv * (u[3 * env.neighbour(i, s) + k] - u[3 * i + k]);
                }
            }
        }
        return out;
    }
}
