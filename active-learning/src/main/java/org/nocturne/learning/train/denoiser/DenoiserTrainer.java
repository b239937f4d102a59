package org.nocturne.learning.train.denoiser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.format.XyzValue;
import org.nocturne.core.port.ProcessLauncher;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;
import org.nocturne.learning.train.AsideTraining;
import org.nocturne.learning.train.TrainerJvm;
import org.nocturne.learning.train.job.TrainingProgress;
import org.nocturne.learning.train.job.TrainingResult;
import org.nocturne.learning.train.job.TrainingSettings;
import org.nocturne.learning.train.job.WorkFiles;
import org.nocturne.learning.train.network.DenoiserShape;
import org.nocturne.learning.train.network.EquivariantDenoiser;

/** Trains denoisers in a JVM aside ({@link AsideTraining}). */
public final class DenoiserTrainer {
    private final AsideTraining aside;

    public DenoiserTrainer(ProcessLauncher launcher, TrainerJvm jvm) {
        this.aside = new AsideTraining(launcher, jvm);
    }

    /**
     * Trains to the end and waits for it.
     *
     * @param specimens to learn from, and held out
     * @param told each line of progress, once
     * @throws IllegalArgumentException if nothing is held out, or everything
     * @throws org.nocturne.learning.train.TrainingException if the JVM that trains fails
     * @throws org.nocturne.learning.train.TrainingStoppedException if {@link #stop} was called meanwhile
     */
    public TrainedDenoiser train(
            Path workDir, DenoiserPlan plan, List<Specimen> specimens, Consumer<TrainingProgress> told) {
        long judging = specimens.stream().filter(Specimen::heldOut).count();
        if (judging == 0 || judging == specimens.size()) {
            throw new IllegalArgumentException(judging + " of " + specimens.size()
                    + " structures are held out; at least one to judge by and one to learn from are wanted");
        }
        DenoiserShape shape = shape(plan, specimens);
        WorkFiles files = new WorkFiles(workDir.toAbsolutePath());
        TrainingResult result = aside.run(
                files,
                files.structures(),
                file -> write(file, specimens),
                sha256 -> settings(plan, shape, sha256),
                told);
        EquivariantDenoiser denoiser = new EquivariantDenoiser(shape);
        return new TrainedDenoiser(
                shape,
                DenoiserGraph.of(denoiser, files.weights()),
                denoiser.parameters().size(),
                dataSha256(files),
                result);
    }

    /** Has every training that goes on here end soon; its checkpoint stays. */
    public void stop() {
        aside.stop();
    }

    /** The cut-off from the density: a sphere of this radius holds so many atoms. */
    static DenoiserShape shape(DenoiserPlan plan, List<Specimen> specimens) {
        double density = specimens.stream()
                .map(Specimen::structure)
                .mapToDouble(Structure::numberDensity)
                .average()
                .orElseThrow();
        double sphere = 4 * Math.PI / 3 * density;
        double cutoff = plan.cutoffAngstrom() > 0 ? plan.cutoffAngstrom() : Math.cbrt(DenoiserPlan.NEIGHBOURS / sphere);
        List<String> species = specimens.stream()
                .flatMap(s -> s.structure().distinctSpecies().stream())
                .map(Element::symbol)
                .distinct()
                .sorted()
                .toList();
        return new DenoiserShape(
                plan.channels(),
                plan.layers(),
                DenoiserPlan.RADIAL_FUNCTIONS,
                DenoiserPlan.NOISE_FUNCTIONS,
                cutoff,
                sphere * Math.pow(cutoff, 3),
                species,
                plan.leastNoiseAngstrom(),
                plan.mostNoiseAngstrom());
    }

    private static TrainingSettings settings(DenoiserPlan plan, DenoiserShape shape, String sha256) {
        return new TrainingSettings(
                shape,
                sha256,
                plan.steps(),
                plan.minutes(),
                plan.threads(),
                plan.seed(),
                DenoiserPlan.BATCH_ATOMS,
                DenoiserPlan.LEARNING_RATE,
                DenoiserPlan.GRADIENT_NORM,
                DenoiserPlan.AVERAGING,
                DenoiserPlan.EVALUATIONS,
                DenoiserPlan.PATIENCE);
    }

    private static void write(Path file, List<Specimen> specimens) throws IOException {
        List<XyzFrame> frames = specimens.stream()
                .map(s -> new XyzFrame(
                        s.structure(), Map.of(WorkFiles.HELD_OUT, new XyzValue.Whole(s.heldOut() ? 1 : 0)), Map.of()))
                .toList();
        ExtendedXyz.write(frames, file);
    }

    private static String dataSha256(WorkFiles files) {
        return files.settings().orElseThrow().dataSha256();
    }
}
