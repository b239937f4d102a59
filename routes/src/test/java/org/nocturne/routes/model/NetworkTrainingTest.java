package org.nocturne.routes.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.adapters.launch.LocalProcesses;
import org.nocturne.core.model.ModelManifest;
import org.nocturne.core.model.ThermalStrain;
import org.nocturne.core.port.ForceModel;
import org.nocturne.core.port.ProcessLauncher;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.generator.neural.ExecutionDevice;
import org.nocturne.generator.neural.ModelException;
import org.nocturne.generator.neural.ModelFolder;
import org.nocturne.generator.neural.OnnxRuntime;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.train.ForceError;
import org.nocturne.learning.train.ForceModelTrainer;
import org.nocturne.learning.train.FrameGroup;
import org.nocturne.learning.train.NetworkPlan;
import org.nocturne.learning.train.NetworkTrainer;
import org.nocturne.learning.train.TrainedNetwork;
import org.nocturne.learning.train.TrainerJvm;
import org.nocturne.learning.train.TrainingException;
import org.nocturne.learning.train.TrainingFrame;
import org.nocturne.learning.train.TrainingStoppedException;
import org.nocturne.learning.train.job.TrainingProgress;

/** From frames through the JVM that trains to a model folder that ONNX Runtime opens. */
class NetworkTrainingTest {
    private static final double CUTOFF = 3.9;
    private static final Structure CRYSTAL = MorseSilicon.crystal(2);
    private static final InherentStructure INHERENT = new InherentStructure(CRYSTAL, -1, 0);

    @TempDir
    Path dir;

    private final ForceModelTrainer linear = new ForceModelTrainer(INHERENT, "0123456789ab", CUTOFF, 1);
    private final List<TrainingFrame> heldOut = MorseSilicon.frames(CRYSTAL, 6, 2, 300, 900);
    private final List<FrameGroup> groups =
            List.of(new FrameGroup(linear.environments(), MorseSilicon.frames(CRYSTAL, 30, 1, 300, 900), heldOut));
    private final NetworkTrainer trainer =
            new NetworkTrainer(new LocalProcesses(new LocalLauncher()), TrainerJvm.ofThisOne());

    private static NetworkPlan plan(int steps, long seed) {
        return new NetworkPlan(8, 1, 0, steps, 1, seed);
    }

    private TrainedNetwork train(String work, NetworkPlan plan, Consumer<TrainingProgress> told) {
        return train(trainer, work, plan, told);
    }

    private TrainedNetwork train(NetworkTrainer by, String work, NetworkPlan plan, Consumer<TrainingProgress> told) {
        return by.train(dir.resolve(work), plan, linear.primitive(), linear.basis(), CUTOFF, groups, told);
    }

    private double error(ForceModel model) {
        ForceError error = new ForceError();
        for (TrainingFrame f : heldOut) {
            error.add(
                    model.forces(linear.environments(), f.displacementsAngstrom(), f.temperature()),
                    f.forcesEvPerAngstrom());
        }
        return error.relative();
    }

    @Test
    void a_trained_network_lies_in_the_model_folder_and_is_better_than_the_force_constants() throws Exception {
        List<TrainingProgress> progress = new ArrayList<>();
        TrainedNetwork network = train("work", plan(400, 1), progress::add);
        linear.train(
                1, "model", groups, ThermalStrain.NONE, "0".repeat(64), new CampaignFiles(dir), Optional.of(network));

        Path folder = dir.resolve("model");
        ModelManifest.Network entry = ModelFolder.read(folder).manifest().network();
        OnnxRuntime runtime = new OnnxRuntime(ExecutionDevice.cpu(1));
        try (ForceModel constants = runtime.open(folder);
                ForceModel learned = runtime.openNetwork(folder).orElseThrow()) {
            assertThat(error(learned)).isLessThan(error(constants) / 3);
            assertThat(entry).isNotNull();
            assertThat(error(learned)).isCloseTo(entry.heldOutError(), org.assertj.core.api.Assertions.within(1e-5));
        }
        assertThat(entry.kind()).isEqualTo("equivariant-force-network");
        assertThat(network.result().heldOutErrorAt()).containsOnlyKeys(300.0, 900.0);
        assertThat(progress).hasSize(40);
        assertThat(progress.get(39).step()).isEqualTo(400);
        long early = progress.get(9).residentMegabytes();
        assertThat(progress.get(39).residentMegabytes()).isLessThan(early + 40);

        Files.write(folder.resolve("network.onnx"), new byte[] {1});
        assertThatThrownBy(() -> ModelFolder.read(folder))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("network.onnx")
                .hasMessageContaining("SHA-256");
    }

    @Test
    @Tag("slow")
    void the_same_seed_gives_the_same_network_and_another_seed_another() {
        byte[] first = train("first", plan(40, 1), line -> {}).onnx();

        assertThat(train("second", plan(40, 1), line -> {}).onnx()).isEqualTo(first);
        assertThat(train("third", plan(40, 2), line -> {}).onnx()).isNotEqualTo(first);
    }

    @Test
    void a_training_that_was_killed_goes_on_to_the_same_network() {
        byte[] whole = train("whole", plan(200, 3), line -> {}).onnx();
        List<Integer> before = new ArrayList<>();
        NetworkTrainer first = new NetworkTrainer(new LocalProcesses(new LocalLauncher()), TrainerJvm.ofThisOne());
        assertThatThrownBy(() -> train(first, "broken", plan(200, 3), line -> {
                    before.add(line.step());
                    first.stop();
                }))
                .isInstanceOf(TrainingStoppedException.class);
        List<Integer> after = new ArrayList<>();

        byte[] resumed =
                train("broken", plan(200, 3), line -> after.add(line.step())).onnx();

        assertThat(resumed).isEqualTo(whole);
        assertThat(before).isNotEmpty().doesNotContain(200);
        assertThat(after).doesNotContainAnyElementsOf(before).endsWith(200);
    }

    @Test
    void other_frames_or_settings_are_not_taken_for_those_of_the_checkpoint() {
        train("work", plan(40, 1), line -> {});
        List<TrainingProgress> again = new ArrayList<>();
        List<TrainingProgress> other = new ArrayList<>();

        train("work", plan(40, 1), again::add);
        train("work", plan(40, 7), other::add);

        assertThat(again).isEmpty();
        assertThat(other).hasSize(40);
    }

    /** A build with -Pcuda on a machine with a GPU; elsewhere there is nothing to compare. */
    @Test
    void cuda_gives_the_forces_of_the_cpu() {
        ExecutionDevice gpu = ExecutionDevice.best(1);
        assumeTrue(gpu.cuda(), "SKIPPED: no CUDA here " + gpu.fallback());
        TrainedNetwork network = train("work", plan(40, 1), line -> {});
        linear.train(
                1, "model", groups, ThermalStrain.NONE, "0".repeat(64), new CampaignFiles(dir), Optional.of(network));
        try (ForceModel there = network(gpu);
                ForceModel here = network(ExecutionDevice.cpu(1))) {
            ForceError difference = new ForceError();
            for (TrainingFrame f : heldOut) {
                double[] u = f.displacementsAngstrom();
                difference.add(
                        there.forces(linear.environments(), u, f.temperature()),
                        here.forces(linear.environments(), u, f.temperature()));
            }
            assertThat(difference.relative()).isLessThan(1e-4);
        }
    }

    private ForceModel network(ExecutionDevice device) {
        return new OnnxRuntime(device).openNetwork(dir.resolve("model")).orElseThrow();
    }

    @Test
    void without_libtorch_it_says_what_is_wanted() {
        TrainerJvm bare = new TrainerJvm(Path.of("java"), "nothing.jar", "", dir);
        NetworkTrainer cannot = new NetworkTrainer(new LocalProcesses(new LocalLauncher()), bare);

        assertThatThrownBy(() -> train(cannot, "work", plan(40, 1), line -> {}))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("libtorch is not there")
                .hasMessageContaining(TrainerJvm.LIBRARIES_PROPERTY);
    }

    @Test
    void a_jvm_that_fails_is_told_with_its_last_words() {
        TrainerJvm empty = new TrainerJvm(
                TrainerJvm.ofThisOne().java(),
                dir.resolve("pytorch-but-not-really.jar").toString(),
                "",
                dir);
        NetworkTrainer cannot = new NetworkTrainer(new LocalProcesses(new LocalLauncher()), empty);

        assertThatThrownBy(() -> train(cannot, "work", plan(40, 1), line -> {}))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("exit code 1")
                .hasMessageContaining("TrainingMain");
    }

    @Test
    void a_training_that_hangs_is_ended_at_its_limit() throws Exception {
        Path hangs = Files.writeString(dir.resolve("java"), "#!/bin/sh\nexec sleep 600\n");
        Files.setPosixFilePermissions(hangs, PosixFilePermissions.fromString("rwxr-xr-x"));
        TrainerJvm hanging = new TrainerJvm(hangs, "pytorch.jar", "", dir);
        ProcessLauncher soon = new ShortLimit(new LocalProcesses(new LocalLauncher()), Duration.ofSeconds(1));

        assertThatThrownBy(() -> train(new NetworkTrainer(soon, hanging), "work", plan(40, 1), line -> {}))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("TIMED_OUT");
    }

    /** What it starts may take no longer than this, whatever is asked for. */
    private record ShortLimit(ProcessLauncher launcher, Duration limit) implements ProcessLauncher {
        @Override
        public void start(String token, Program program, Path workDir, Duration asked) {
            launcher.start(token, program, workDir, limit);
        }

        @Override
        public Standing look(String token, Path workDir) {
            return launcher.look(token, workDir);
        }

        @Override
        public void end(String token, Path workDir) {
            launcher.end(token, workDir);
        }
    }

    /** With so many frames it learns to the end and is not stopped early; run with ./nocturne test --all. */
    @Test
    @Tag("slow")
    void memory_is_flat_over_ten_thousand_steps() {
        List<TrainingProgress> progress = new ArrayList<>();
        List<FrameGroup> many =
                List.of(new FrameGroup(linear.environments(), MorseSilicon.frames(CRYSTAL, 200, 1, 300, 900), heldOut));

        TrainedNetwork network = trainer.train(
                dir.resolve("work"), plan(10_000, 1), linear.primitive(), linear.basis(), CUTOFF, many, progress::add);

        assertThat(network.result().steps()).isEqualTo(10_000);
        long early = progress.get(4).residentMegabytes();
        assertThat(progress.get(39).residentMegabytes()).isLessThan(early + 40);
    }
}
