package org.nocturne.learning.loop;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.port.ForceModel;
import org.nocturne.core.port.ModelRuntime;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.FrameTable.LabelledFrame;
import org.nocturne.learning.store.ModelTable.Model;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.StoredFile;
import org.nocturne.learning.train.ForceModelTrainer;
import org.nocturne.learning.train.TrainingFrame;

/**
 * Makes a new version from everything that may be learned from, and judges it against the present one on held-out replicas that
 * neither has seen. The new version is promoted only if its force error there is smaller and its crystal is stable at the target's
 * temperature; otherwise the champion is kept. Either way the verdict is stored.
 */
public final class Retraining {
    private static final int MOST_OF_A_REASON = 1000;

    private final CampaignPlan plan;
    private final Store store;
    private final CampaignFiles files;
    private final ModelRuntime runtime;

    public Retraining(CampaignPlan plan, Store store, CampaignFiles files, ModelRuntime runtime) {
        this.plan = plan;
        this.store = store;
        this.files = files;
        this.runtime = runtime;
    }

    /**
     * Retrains once.
     *
     * @param firedBy "clock" or "labels"
     * @return the version with its verdict; empty where there is nothing to learn from, or nothing new since the last time
     */
    public Optional<Model> retrain(String firedBy) {
        Optional<Basin> basin = Basin.of(store, files);
        if (plan.phase() != CampaignPlan.Phase.CRYSTAL || basin.isEmpty()) {
            return Optional.empty();
        }
        TrainingData data = new TrainingData(store, files);
        String method = basin.get().methodId();
        List<LabelledFrame> learning = data.select(method, plan.learnedRoles());
        List<LabelledFrame> judging = data.select(method, Role.HELD_OUT);
        String hash = TrainingData.hash(learning);
        if (learning.isEmpty() || judging.isEmpty() || isKnown(hash)) {
            return Optional.empty();
        }
        InherentStructure inherent = basin.get().inherent();
        List<TrainingFrame> heldOut = judging.stream()
                .map(f -> data.forTraining(f, inherent.structure()))
                .toList();
        ForceModelTrainer trainer = new ForceModelTrainer(inherent, method, plan.cutoffAngstrom(), plan.degree());
        int version = store.inTransaction(tx -> tx.models().nextVersion());
        String folder = String.format(Locale.ROOT, "models/v%04d", version);
        List<TrainingFrame> frames = learning.stream()
                .map(f -> data.forTraining(f, inherent.structure()))
                .toList();
        StoredFile onnx = trainer.train(version, folder, frames, hash, files);
        Optional<Model> champion = store.inTransaction(tx -> tx.models().champion());
        double error = error(files.resolve(folder), trainer, heldOut);
        Double incumbent = champion.map(c -> error(files.resolve(c.folder()), trainer, heldOut))
                .orElse(null);
        Judgement judgement = judge(files.resolve(folder), error, incumbent);
        return Optional.of(commit(new Model(
                version,
                folder,
                onnx.sha256(),
                hash,
                frames.size(),
                firedBy,
                error,
                incumbent,
                judgement.promoted() ? "promoted" : "kept",
                judgement.reason(),
                java.time.Instant.EPOCH)));
    }

    private boolean isKnown(String dataHash) {
        List<Model> models = store.inTransaction(tx -> tx.models().all());
        return models.stream().anyMatch(m -> m.dataSha256().equals(dataHash));
    }

    private double error(Path folder, ForceModelTrainer trainer, List<TrainingFrame> frames) {
        double squared = 0;
        double total = 0;
        try (ForceModel model = runtime.open(folder)) {
            for (TrainingFrame frame : frames) {
                double[] f = model.forces(trainer.environments(), frame.displacementsAngstrom(), frame.temperature());
                for (int k = 0; k < f.length; k++) {
                    double d = f[k] - frame.forcesEvPerAngstrom()[k];
                    squared += d * d;
                    total += frame.forcesEvPerAngstrom()[k] * frame.forcesEvPerAngstrom()[k];
                }
            }
        }
        return Math.sqrt(squared / total);
    }

    private record Judgement(boolean promoted, String reason) {}

    private Judgement judge(Path folder, double error, @Nullable Double incumbent) {
        try {
            runtime.proposer(folder).propose(plan.temperature(), Proposals.generator(plan.seed()));
        } catch (RuntimeException e) {
            return new Judgement(false, oneLine(String.valueOf(e.getMessage())));
        }
        String mine = String.format(Locale.ROOT, "held-out force error %.6f", error);
        if (incumbent == null) {
            return new Judgement(true, mine + ", the first version");
        }
        String comparison = String.format(Locale.ROOT, "%s against %.6f of the version in office", mine, incumbent);
        return new Judgement(error < incumbent, comparison);
    }

    /** What the store has room for and the route log prints in quotes. */
    private static String oneLine(String message) {
        String line = message.replace('"', '\'').replaceAll("\\s+", " ");
        return line.substring(0, Math.min(line.length(), MOST_OF_A_REASON));
    }

    private Model commit(Model model) {
        store.inTransaction(tx -> {
            tx.models().insert(model);
            Fields trained = Fields.of(plan)
                    .with("model", "v" + model.version())
                    .with("by", model.firedBy())
                    .with("frames", model.frames())
                    .with("data", model.dataSha256().substring(0, 12))
                    .number("err", "%.6f", model.heldOutError());
            tx.events().append(Event.Level.INFO, "retrain", trained.map());
            Fields verdict = Fields.of(plan)
                    .with("model", "v" + model.version())
                    .with("verdict", model.verdict())
                    .with("why", '"' + model.reason() + '"');
            tx.events().append(Event.Level.INFO, "promote", verdict.map());
            return null;
        });
        return model;
    }
}
