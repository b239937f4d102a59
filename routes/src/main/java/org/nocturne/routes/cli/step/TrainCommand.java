package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.adapters.launch.LocalProcesses;
import org.nocturne.core.model.ThermalStrain;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.train.ForceModelTrainer;
import org.nocturne.learning.train.FrameGroup;
import org.nocturne.learning.train.NetworkPlan;
import org.nocturne.learning.train.NetworkTrainer;
import org.nocturne.learning.train.TrainedNetwork;
import org.nocturne.learning.train.TrainerJvm;
import org.nocturne.learning.train.TrainingFrame;
import org.nocturne.learning.train.job.TrainingProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nocturne train}: labelled frames to a model folder with force constants and a network. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Fits effective force constants to labelled frames of a crystal and trains a force network beside them. Of a structure with "
                        + "defects, or without order, it learns how temperature scales the force constants at rest, for which it asks the code (--settings). "
                        + "Ended early, it goes on from the checkpoint in DIR when it is started again with the same frames and options.",
        footer = {
            "",
            "Frames may be in the cell of --inherent, or in copies of it that are larger or smaller as a whole, as those of",
            "`nocturne reference --pressure-kbar` are; the model then knows the mean cell of each temperature.",
            "",
            "Held-out frames are of other replicas than those that are learned from; they say when to stop.",
            "",
            "Example:",
            "  nocturne train --frames train.extxyz --held-out other.extxyz --inherent si216.extxyz --cpu-minutes 2 --out model"
        })
public final class TrainCommand implements Callable<Integer> {
    @Option(
            names = "--frames",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Frames to learn from: extended XYZ with temperature, energy and forces.")
    private List<Path> frames = new ArrayList<>();

    @Option(
            names = "--held-out",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Frames of other replicas, to judge by.")
    private List<Path> heldOut = new ArrayList<>();

    @Option(
            names = "--test",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Frames that play no part in the training; the error on them is told at the end.")
    private List<Path> test = new ArrayList<>();

    @Option(
            names = "--inherent",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Minimised structures: first that of the model, then one for each other number of atoms.")
    private List<Path> inherent = new ArrayList<>();

    @Mixin
    private NetworkOptions network = new NetworkOptions(2, 16, 2);

    @Mixin
    private ForceConstantOptions constants = new ForceConstantOptions();

    @Option(names = "--no-network", description = "Force constants alone.")
    private boolean noNetwork;

    @Option(
            names = "--strain-degree",
            defaultValue = "2",
            paramLabel = "N",
            description =
                    "Highest power of T in the edges of the mean cell, where frames come in several; default ${DEFAULT-VALUE}.")
    private int strainDegree = 2;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the model.")
    private @Nullable Path out;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path folder = Objects.requireNonNull(out).toAbsolutePath();
        NetworkPlan plan = new NetworkPlan(
                network.channels, network.layers, network.minutes, network.steps, network.threads, network.seed);
        TrainingInputs inputs = new TrainingInputs(inherent);
        var learning = inputs.read(frames);
        String data = inputs.dataSha256();
        ThermalStrain strain = inputs.strain(strainDegree);
        var judging = inputs.read(heldOut);
        var testing = inputs.read(test);
        ForceModelTrainer trainer =
                constants.trainer(inputs.inherent(), inputs.method(), Output.of(spec), Output.errors(spec));
        List<FrameGroup> groups = inputs.groups(trainer, learning, judging);
        Optional<TrainedNetwork> trained =
                noNetwork ? Optional.empty() : Optional.of(train(folder.resolve("training"), plan, trainer, groups));
        trainer.train(1, ".", groups, strain, data, new CampaignFiles(folder), trained);
        trained.ifPresent(n -> print(n, folder));
        print(strain, learning);
        TrainingErrors errors = new TrainingErrors(folder, Output.of(spec));
        errors.print(
                "held-out",
                groups.stream()
                        .map(g -> new FrameGroup(g.environments(), List.of(), g.heldOut()))
                        .toList());
        if (!test.isEmpty()) {
            errors.print("test", inputs.groups(trainer, Map.of(), testing));
        }
        return 0;
    }

    private TrainedNetwork train(Path work, NetworkPlan plan, ForceModelTrainer trainer, List<FrameGroup> groups) {
        NetworkTrainer networks = new NetworkTrainer(new LocalProcesses(new LocalLauncher()), TrainerJvm.ofThisOne());
        PrintWriter errors = Output.errors(spec);
        try (EndWithThis atExit = new EndWithThis(networks::stop)) {
            return networks.train(
                    work,
                    plan,
                    trainer.primitive(),
                    trainer.basis(),
                    constants.cutoff,
                    groups,
                    line -> told(errors, line));
        }
    }

    private static void told(PrintWriter errors, TrainingProgress line) {
        errors.printf(
                Locale.ROOT,
                "train %d/%d  %.0f s  force error %.2f %% training, %.2f %% held out%n",
                line.step(),
                line.steps(),
                line.seconds(),
                100 * line.trainingError(),
                100 * line.heldOutError());
        errors.flush();
    }

    private void print(ThermalStrain strain, Map<?, List<TrainingFrame>> learning) {
        if (!strain.fixed()) {
            learning.values().stream()
                    .flatMap(List::stream)
                    .map(TrainingFrame::temperature)
                    .distinct()
                    .sorted()
                    .forEach(t -> Output.of(spec)
                            .printf(
                                    Locale.ROOT,
                                    "cell: %s: edges %.5f(%.5f) %% longer than those of the inherent structure%n",
                                    t,
                                    100 * strain.at(t),
                                    100 * strain.errorAt(t)));
        }
    }

    private void print(TrainedNetwork network, Path folder) {
        Output.of(spec)
                .printf(
                        Locale.ROOT,
                        "train: %d parameters, %d steps, %.2f CPU minutes, %.1f steps/s, best after step %d; %s%n",
                        network.parameters(),
                        network.result().steps(),
                        network.result().seconds() / 60,
                        network.result().stepsPerSecond(),
                        network.result().bestStep(),
                        folder);
    }
}
