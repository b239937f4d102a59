package org.nocturne.routes.cli.bench.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.adapters.launch.LocalProcesses;
import org.nocturne.core.format.Sha256;
import org.nocturne.core.model.ThermalStrain;
import org.nocturne.generator.neural.ModelFolder;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.train.ForceModelTrainer;
import org.nocturne.learning.train.FrameGroup;
import org.nocturne.learning.train.NetworkPlan;
import org.nocturne.learning.train.NetworkTrainer;
import org.nocturne.learning.train.TrainedNetwork;
import org.nocturne.learning.train.TrainerJvm;
import org.nocturne.learning.train.job.TrainingProgress;
import org.nocturne.routes.cli.bench.inputs.SiliconModel;
import org.nocturne.routes.cli.step.EndWithThis;

/** A training as a campaign has it, on frames of silicon that were moved at random. */
final class TrainingTrial {
    private static final int FRAMES = 40;
    private static final int HELD_OUT = 10;

    private TrainingTrial() {}

    /**
     * What it took.
     *
     * @param parameters learned numbers
     * @param framesPerSecond of CPU time of each thread, evaluations not counted
     * @param heldOutError relative, at the end
     * @param halfwayMiB memory of the process that trains, half way
     */
    record Line(
            int atoms,
            int parameters,
            int steps,
            double framesPerSecond,
            double seconds,
            double heldOutError,
            long halfwayMiB,
            long lastMiB) {}

    /** A model with its network, and what it took. */
    record Trained(ModelFolder folder, Line line) {}

    /** @param dir an empty folder */
    static Trained run(Path dir, NetworkPlan plan, long seed, Consumer<TrainingProgress> told) {
        ForceModelTrainer trainer = SiliconModel.trainer();
        List<FrameGroup> groups = List.of(new FrameGroup(
                trainer.environments(),
                SiliconModel.frames(FRAMES, seed),
                SiliconModel.frames(HELD_OUT, seed + FRAMES)));
        List<TrainingProgress> progress = new ArrayList<>();
        NetworkTrainer networks = new NetworkTrainer(new LocalProcesses(new LocalLauncher()), TrainerJvm.ofThisOne());
        TrainedNetwork network;
        try (EndWithThis atExit = new EndWithThis(networks::stop)) {
            network = networks.train(
                    dir.resolve("training"),
                    plan,
                    trainer.primitive(),
                    trainer.basis(),
                    SiliconModel.CUTOFF_ANGSTROM,
                    groups,
                    progressed -> {
                        progress.add(progressed);
                        told.accept(progressed);
                    });
        }
        Path model = dir.resolve("model");
        trainer.train(
                1,
                ".",
                groups,
                ThermalStrain.NONE,
                Sha256.of("seed " + seed),
                new CampaignFiles(model),
                Optional.of(network));
        return new Trained(ModelFolder.read(model), line(trainer, network, progress));
    }

    private static Line line(ForceModelTrainer trainer, TrainedNetwork network, List<TrainingProgress> progress) {
        return new Line(
                trainer.environments().atoms(),
                network.parameters(),
                network.result().steps(),
                NetworkPlan.BATCH * network.result().stepsPerSecond(),
                network.result().seconds(),
                network.result().heldOutError(),
                progress.get(progress.size() / 2).residentMegabytes(),
                progress.get(progress.size() - 1).residentMegabytes());
    }
}
