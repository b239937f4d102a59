package org.nocturne.learning.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.nocturne.core.crystal.PairBasis;
import org.nocturne.core.port.ProcessLauncher;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.train.job.FrameLayout;
import org.nocturne.learning.train.job.FrameSetWriter;
import org.nocturne.learning.train.job.LabelledDisplacement;
import org.nocturne.learning.train.job.TrainingProgress;
import org.nocturne.learning.train.job.TrainingResult;
import org.nocturne.learning.train.job.TrainingSettings;
import org.nocturne.learning.train.job.WorkFiles;
import org.nocturne.learning.train.network.EquivariantForceNetwork;
import org.nocturne.learning.train.network.NetworkShape;

/** Trains force networks in a JVM aside ({@link AsideTraining}). */
public final class NetworkTrainer {
    private final AsideTraining aside;

    public NetworkTrainer(ProcessLauncher launcher, TrainerJvm jvm) {
        this.aside = new AsideTraining(launcher, jvm);
    }

    /**
     * Trains to the end and waits for it.
     *
     * @param orbits what its linear part is made of
     * @param told each line of progress, once
     * @throws TrainingException if the JVM that trains fails
     * @throws TrainingStoppedException if {@link #stop} was called meanwhile
     */
    public TrainedNetwork train(
            Path workDir,
            NetworkPlan plan,
            Structure primitive,
            PairBasis orbits,
            double cutoffAngstrom,
            List<FrameGroup> groups,
            Consumer<TrainingProgress> told) {
        EffectiveForceConstants bare = BareConstants.fit(orbits, groups);
        NetworkShape shape = ShapeOfData.of(plan, primitive, cutoffAngstrom, bare, groups);
        WorkFiles files = new WorkFiles(workDir.toAbsolutePath());
        TrainingResult result = aside.run(
                files,
                files.frames(),
                file -> write(file, shape, bare, groups),
                sha256 -> settings(plan, shape, sha256),
                told);
        EquivariantForceNetwork network = new EquivariantForceNetwork(shape);
        float[] weights = files.weights();
        return new TrainedNetwork(
                ForceNetworkGraph.of(bare, network, weights),
                network.parameters().size() + orbits.parameters(),
                result);
    }

    /** Has every training that goes on here end soon, with a {@link TrainingStoppedException}; its checkpoint stays. */
    public void stop() {
        aside.stop();
    }

    private static TrainingSettings settings(NetworkPlan plan, NetworkShape shape, String sha256) {
        return new TrainingSettings(
                shape,
                sha256,
                plan.steps(),
                plan.minutes(),
                plan.threads(),
                plan.seed(),
                NetworkPlan.BATCH,
                NetworkPlan.LEARNING_RATE,
                NetworkPlan.GRADIENT_NORM,
                0,
                NetworkPlan.EVALUATIONS,
                NetworkPlan.PATIENCE);
    }

    private static void write(Path file, NetworkShape shape, EffectiveForceConstants bare, List<FrameGroup> groups)
            throws IOException {
        List<FrameLayout> layouts = groups.stream()
                .map(g -> FrameLayout.of(g.environments(), shape.classOfSite()))
                .toList();
        try (FrameSetWriter writer = new FrameSetWriter(file, layouts)) {
            for (int g = 0; g < groups.size(); g++) {
                BondLayout bonds = new BondLayout(groups.get(g).environments(), bare.orbits());
                List<TrainingFrame> all = groups.get(g).all().toList();
                for (int f = 0; f < all.size(); f++) {
                    TrainingFrame frame = all.get(f);
                    double[] linear = bare.forces(bonds, frame.temperature(), frame.displacementsAngstrom());
                    writer.write(new LabelledDisplacement(
                            g,
                            f >= groups.get(g).training().size(),
                            frame.temperature().value(),
                            floats(frame.displacementsAngstrom()),
                            floats(frame.forcesEvPerAngstrom()),
                            floats(linear)));
                }
            }
            writer.publish();
        }
    }

    private static float[] floats(double[] values) {
        float[] out = new float[values.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = (float) values[k];
        }
        return out;
    }
}
