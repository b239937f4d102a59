package org.nocturne.learning.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.nocturne.core.crystal.PairBasis;
import org.nocturne.core.format.Sha256;
import org.nocturne.core.port.ProcessLauncher;
import org.nocturne.core.port.ProcessLauncher.Phase;
import org.nocturne.core.port.ProcessLauncher.Standing;
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

/**
 * Trains force networks in a JVM aside. A work directory that holds a checkpoint of the same frames and the same settings is gone on
 * with; one that holds anything else is cleared.
 */
public final class NetworkTrainer {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int SLOWEST = 20; // wall time over CPU time, on a machine with other work to do
    private static final int LAST_LINES = 5;

    private final ProcessLauncher launcher;
    private final TrainerJvm jvm;
    private volatile boolean stopping;

    public NetworkTrainer(ProcessLauncher launcher, TrainerJvm jvm) {
        this.launcher = launcher;
        this.jvm = jvm;
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
        String token = prepare(files, plan, shape, bare, groups);
        if (files.result().isEmpty()) {
            run(files, token, plan, told);
        }
        TrainingResult result = files.result()
                .orElseThrow(() -> new TrainingException(workDir + ": the training ended without a result"));
        EquivariantForceNetwork network = new EquivariantForceNetwork(shape);
        float[] weights = files.weights();
        return new TrainedNetwork(
                ForceNetworkGraph.of(bare, network, weights),
                network.parameters().size() + orbits.parameters(),
                result);
    }

    /** Has every training that goes on here end soon, with a {@link TrainingStoppedException}; its checkpoint stays. */
    public void stop() {
        stopping = true;
    }

    private void end(Path workDir) {
        WorkFiles files = new WorkFiles(workDir.toAbsolutePath());
        files.settings().ifPresent(s -> launcher.end(token(files, s), files.dir()));
    }

    private String prepare(
            WorkFiles files,
            NetworkPlan plan,
            NetworkShape shape,
            EffectiveForceConstants bare,
            List<FrameGroup> groups) {
        try {
            Files.createDirectories(files.dir());
            Path fresh = files.dir().resolve("frames.new");
            write(fresh, shape, bare, groups);
            TrainingSettings wanted = new TrainingSettings(
                    shape,
                    Sha256.of(fresh),
                    plan.steps(),
                    plan.minutes(),
                    plan.threads(),
                    plan.seed(),
                    NetworkPlan.BATCH,
                    NetworkPlan.LEARNING_RATE,
                    NetworkPlan.GRADIENT_NORM,
                    NetworkPlan.EVALUATIONS,
                    NetworkPlan.PATIENCE);
            if (files.settings().filter(wanted::equals).isPresent()) {
                Files.delete(fresh);
            } else {
                end(files.dir());
                files.clear();
                Files.move(fresh, files.frames());
                files.write(wanted);
            }
            return token(files, wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(files.dir() + ": " + e.getMessage(), e);
        }
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

    /** Names the training for ever: a runner that comes back finds it alive. */
    private static String token(WorkFiles files, TrainingSettings settings) {
        return "train-" + Sha256.of(files.dir() + " " + settings).substring(0, 24);
    }

    private void run(WorkFiles files, String token, NetworkPlan plan, Consumer<TrainingProgress> told) {
        int known = 0;
        if (launcher.look(token, files.dir()).phase() != Phase.RUNNING) {
            known = files.progress().size();
            launcher.start(token, jvm.program(files.dir(), plan.threads()), files.dir(), limit(plan));
        }
        Standing standing;
        do {
            if (stopping || !pause()) {
                launcher.end(token, files.dir());
                throw new TrainingStoppedException(files.dir());
            }
            standing = launcher.look(token, files.dir());
            List<TrainingProgress> lines = files.progress();
            lines.subList(Math.min(known, lines.size()), lines.size()).forEach(told);
            known = Math.max(known, lines.size());
        } while (standing.phase() == Phase.RUNNING);
        if (standing.phase() != Phase.SUCCEEDED) {
            throw new TrainingException(files.dir() + ": the training ended with " + standing.ending() + ": "
                    + lastWords(standing.errors()) + "; see " + standing.errors());
        }
    }

    private static Duration limit(NetworkPlan plan) {
        return plan.steps() > 0 ? Duration.ofDays(2) : Duration.ofSeconds((long) (60 * plan.minutes() * SLOWEST) + 300);
    }

    /** The exception that ended the JVM, or its last words. */
    private static String lastWords(Path file) {
        try {
            List<String> all = Files.readAllLines(file);
            return all.stream()
                    .filter(line -> line.startsWith("Exception in thread") || line.startsWith("Caused by"))
                    .reduce((first, second) -> first + " | " + second)
                    .orElseGet(() -> String.join(" | ", all.subList(Math.max(0, all.size() - LAST_LINES), all.size())));
        } catch (IOException e) {
            return file + " cannot be read: " + e.getMessage();
        }
    }

    /** Whether nobody interrupted it. */
    private static boolean pause() {
        try {
            Thread.sleep(POLL.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
