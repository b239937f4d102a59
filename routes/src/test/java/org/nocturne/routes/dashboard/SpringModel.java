package org.nocturne.routes.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.NeighbourList;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.train.ForceModelTrainer;
import org.nocturne.learning.train.TrainingFrame;

/** A true version of a model: it has learned that springs of 5 eV/angstrom^2 join what touches. */
final class SpringModel {
    private static final double SPRING = 5;
    private static final double CUTOFF = 2.6;

    private SpringModel() {}

    static void train(Structure crystal, String folder, CampaignFiles files) {
        Random random = new Random(3);
        List<TrainingFrame> frames = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            double[] u = random.doubles(3L * crystal.size())
                    .map(x -> 0.1 * (x - 0.5))
                    .toArray();
            frames.add(new TrainingFrame(Kelvin.of(300), u, forces(crystal, u)));
        }
        new ForceModelTrainer(new InherentStructure(crystal, 0, 0), "springs", CUTOFF, 0)
                .train(1, folder, frames, "0".repeat(64), files);
    }

    private static double[] forces(Structure crystal, double[] u) {
        NeighbourList neighbours = NeighbourList.of(crystal, CUTOFF);
        double[] out = new double[u.length];
        for (int i = 0; i < crystal.size(); i++) {
            for (int e = neighbours.first(i); e < neighbours.first(i + 1); e++) {
                for (int k = 0; k < 3; k++) {
                    out[3 * i + k] += SPRING * (u[3 * neighbours.neighbour(e) + k] - u[3 * i + k]);
                }
            }
        }
        return out;
    }
}
