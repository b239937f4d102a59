package org.nocturne.routes.cli.step;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.adapters.launch.LocalProcesses;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.quench.QuenchFolder;
import org.nocturne.learning.quench.QuenchManifest;
import org.nocturne.learning.train.TrainerJvm;
import org.nocturne.learning.train.denoiser.DenoiserPlan;
import org.nocturne.learning.train.denoiser.DenoiserTrainer;
import org.nocturne.learning.train.denoiser.DenoiserWriter;
import org.nocturne.learning.train.denoiser.Specimen;
import org.nocturne.learning.train.denoiser.TrainedDenoiser;
import org.nocturne.learning.train.job.TrainingProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nocturne train-variants}: a library of quenches to a denoiser. */
@Command(
        name = "train-variants",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Trains a denoiser on the inherent structures of quenches: a network that is shown a structure with noise on it and says which "
                        + "noise that was. `nocturne variants` makes new structures with it. Whole quenches are held out; they say when to stop. "
                        + "Ended early, it goes on from the checkpoint in DIR when it is started again with the same quenches and options.",
        footer = {"", "Example:", "  nocturne train-variants quenches --cpu-minutes 15 --seed 1 --out denoiser"})
public final class TrainVariantsCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "LIBRARY",
            description = "Folders that `nocturne quench` has written; cells of any size, of one material.")
    private List<Path> libraries = new ArrayList<>();

    @Option(
            names = "--frames",
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Frames to learn as they are, extended XYZ, in place of a library. Thermal frames of a crystal make a denoiser that "
                            + "`nocturne bench variance --denoiser` judges as a generator.")
    private List<Path> frames = new ArrayList<>();

    @Mixin
    private NetworkOptions network = new NetworkOptions(15, 24, 3);

    @Option(
            names = "--cutoff",
            defaultValue = "0",
            paramLabel = "ANGSTROM",
            description = "All neighbours nearer than this are seen; default: so that it holds 20 of them on average.")
    private double cutoff;

    @Option(
            names = "--noise",
            split = ":",
            defaultValue = "0.04:0.8",
            paramLabel = "FROM:TO",
            description = "Noise that is learned, in angstrom; default 0.04:0.8.")
    private List<Double> noise = List.of(0.04, 0.8);

    @Option(
            names = "--held-out",
            defaultValue = "0.2",
            paramLabel = "SHARE",
            description = "Share of the quenches that only judge; default ${DEFAULT-VALUE}, at least one quench.")
    private double heldOut = 0.2;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the denoiser.")
    private @Nullable Path out;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (noise.size() != 2) {
            throw new IllegalArgumentException("--noise is " + noise + "; two numbers such as 0.04:0.8 are wanted");
        }
        DenoiserPlan plan = new DenoiserPlan(
                network.channels,
                network.layers,
                cutoff,
                noise.get(0),
                noise.get(1),
                network.minutes,
                network.steps,
                network.threads,
                network.seed);
        List<Specimen> specimens = Specimen.split(read(), heldOut, network.seed);
        Path folder = Objects.requireNonNull(out).toAbsolutePath();
        TrainedDenoiser trained = train(folder.resolve("training"), plan, specimens);
        DenoiserWriter.write(new CampaignFiles(folder), trained, specimens);
        print(trained, specimens, folder);
        return 0;
    }

    private List<Specimen> read() throws IOException {
        if (libraries.isEmpty() == frames.isEmpty()) {
            throw new IllegalArgumentException("found " + libraries.size() + " libraries and " + frames.size()
                    + " --frames; one of the two is wanted");
        }
        List<Specimen> found = new ArrayList<>();
        for (Path library : libraries) {
            QuenchFolder folder = new QuenchFolder(library);
            for (QuenchManifest.Run run : folder.read().runs()) {
                found.add(new Specimen(library.getFileName() + "/" + run.id(), folder.inherent(run), false));
            }
        }
        for (Path file : frames) {
            StructureFile.of(file)
                    .forEach((index, frame) ->
                            found.add(new Specimen(file.getFileName() + "/" + (index + 1), frame.structure(), false)));
        }
        return found;
    }

    private TrainedDenoiser train(Path work, DenoiserPlan plan, List<Specimen> specimens) {
        DenoiserTrainer trainer = new DenoiserTrainer(new LocalProcesses(new LocalLauncher()), TrainerJvm.ofThisOne());
        PrintWriter errors = Output.errors(spec);
        try (EndWithThis atExit = new EndWithThis(trainer::stop)) {
            return trainer.train(work, plan, specimens, line -> told(errors, line));
        }
    }

    private static void told(PrintWriter errors, TrainingProgress line) {
        errors.printf(
                Locale.ROOT,
                "train-variants %d/%d  %.0f s  noise error %.2f %% training, %.2f %% held out  %d MB%n",
                line.step(),
                line.steps(),
                line.seconds(),
                100 * line.trainingError(),
                100 * line.heldOutError(),
                line.residentMegabytes());
        errors.flush();
    }

    private void print(TrainedDenoiser trained, List<Specimen> specimens, Path folder) {
        PrintWriter lines = Output.of(spec);
        long judging = specimens.stream().filter(Specimen::heldOut).count();
        lines.printf(
                Locale.ROOT,
                "train-variants: %d structures, %d of them held out; %d parameters, %d steps, %.2f CPU minutes, %.1f steps/s, best after"
                        + " step %d; %s%n",
                specimens.size(),
                judging,
                trained.parameters(),
                trained.result().steps(),
                trained.result().seconds() / 60,
                trained.result().stepsPerSecond(),
                trained.result().bestStep(),
                folder);
        trained.result()
                .heldOutErrorAt()
                .forEach((sigma, error) -> lines.printf(
                        Locale.ROOT, "held out: %.3f angstrom of noise: error %.1f %% of it%n", sigma, 100 * error));
        lines.flush();
    }
}
