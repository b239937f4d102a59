package org.nocturne.learning.loop;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.crash.CrashPoint;
import org.nocturne.core.model.ThermalStrain;
import org.nocturne.core.port.ForceModel;
import org.nocturne.core.port.HessianSource;
import org.nocturne.core.port.ModelRuntime;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.FrameTable.LabelledFrame;
import org.nocturne.learning.store.ModelTable.Model;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.StoredFile;
import org.nocturne.learning.train.ForceError;
import org.nocturne.learning.train.ForceModelTrainer;
import org.nocturne.learning.train.FrameGroup;
import org.nocturne.learning.train.NetworkPlan;
import org.nocturne.learning.train.NetworkTrainer;
import org.nocturne.learning.train.TrainedNetwork;
import org.nocturne.learning.train.TrainingFrame;
import org.nocturne.learning.train.TrainingStoppedException;
import org.nocturne.learning.train.job.TrainingProgress;

/**
 * Makes a new version from everything that may be learned from, and judges it against the present one on held-out replicas that
 * neither has seen. The new version is promoted only if its force error there is smaller and its crystal is stable wherever it is to be
 * proposed; otherwise the champion is kept. Either way the verdict is stored. A training that fails leaves the champion in office too.
 */
public final class Retraining {

    private final CampaignPlan plan;
    private final Store store;
    private final CampaignFiles files;
    private final ModelRuntime runtime;
    private final ModelTrial trial;
    private final NetworkTrainer networks;
    private final HessianSource hessians;
    private final FailedTrainings failures;

    /**
     * Puts its parts together.
     *
     * @param networks trains the network, where the plan wants one
     * @param hessians asked where the structure has too little symmetry for constants of its own
     */
    public Retraining(
            CampaignPlan plan,
            Store store,
            CampaignFiles files,
            ModelRuntime runtime,
            NetworkTrainer networks,
            HessianSource hessians) {
        this.networks = networks;
        this.hessians = hessians;
        this.plan = plan;
        this.store = store;
        this.files = files;
        this.runtime = runtime;
        this.trial = new ModelTrial(plan, store, runtime);
        this.failures = new FailedTrainings(plan, store);
    }

    /**
     * Retrains once.
     *
     * @param firedBy "clock" or "labels"
     * @return the version with its verdict; empty where there is nothing to learn from, or nothing new since the last time, or the training
     *     has failed, which is kept and told, or was stopped meanwhile
     */
    public Optional<Model> retrain(String firedBy) {
        Optional<Basin> basin = Basin.of(store, files);
        if (plan.phase() != CampaignPlan.Phase.CRYSTAL || basin.isEmpty()) {
            return Optional.empty();
        }
        TrainingData data = new TrainingData(store, files);
        String method = basin.get().methodId();
        List<LabelledFrame> learning = data.select(method, plan.learning().roles());
        List<LabelledFrame> judging = data.select(method, Role.HELD_OUT);
        String hash = TrainingData.hash(learning);
        if (learning.isEmpty() || judging.isEmpty() || isKnown(hash)) {
            return Optional.empty();
        }
        InherentStructure inherent = basin.get().inherent();
        List<TrainingFrame> heldOut = judging.stream()
                .map(f -> data.forTraining(f, inherent.structure()))
                .toList();
        ForceModelTrainer trainer = ForceModelTrainer.of(
                inherent,
                method,
                plan.learning().cutoffAngstrom(),
                plan.learning().degree(),
                hessians);
        int version = store.inTransaction(tx -> tx.models().nextVersion());
        String folder = String.format(Locale.ROOT, "models/v%04d", version);
        List<TrainingFrame> frames = learning.stream()
                .map(f -> data.forTraining(f, inherent.structure()))
                .toList();
        List<FrameGroup> groups = List.of(new FrameGroup(trainer.environments(), frames, heldOut));
        Make make = new Make(version, folder, trainer, groups, hash, frames.size(), firedBy);
        Optional<Model> made;
        try {
            made = Optional.of(make(make, heldOut));
        } catch (TrainingStoppedException e) {
            made = Optional.empty();
        } catch (RuntimeException e) {
            failures.keep(make, e);
            made = Optional.empty();
        }
        return made.map(this::commit);
    }

    /** What a version is made from. */
    record Make(
            int version,
            String folder,
            ForceModelTrainer trainer,
            List<FrameGroup> groups,
            String dataSha256,
            int frames,
            String firedBy) {}

    private Model make(Make make, List<TrainingFrame> heldOut) {
        Path dir = files.resolve(make.folder());
        Optional<TrainedNetwork> network =
                plan.learning().network().map(n -> train(n, make.version(), dir, make.trainer(), make.groups()));
        StoredFile onnx = make.trainer()
                .train(
                        make.version(),
                        make.folder(),
                        make.groups(),
                        ThermalStrain.NONE,
                        make.dataSha256(),
                        files,
                        network);
        Optional<Model> champion = store.inTransaction(tx -> tx.models().champion());
        double error = error(dir, make.trainer(), heldOut);
        Double incumbent = champion.map(c -> error(files.resolve(c.folder()), make.trainer(), heldOut))
                .orElse(null);
        Judgement judgement = judge(dir, error, incumbent);
        CrashPoint.MODEL_WRITTEN.reached();
        return new Model(
                make.version(),
                make.folder(),
                onnx.sha256(),
                make.dataSha256(),
                make.frames(),
                make.firedBy(),
                error,
                incumbent,
                judgement.promoted() ? "promoted" : "kept",
                judgement.reason(),
                java.time.Instant.EPOCH);
    }

    private TrainedNetwork train(
            NetworkPlan network, int version, Path folder, ForceModelTrainer trainer, List<FrameGroup> groups) {
        return networks.train(
                folder.resolve("training"),
                network,
                trainer.primitive(),
                trainer.basis(),
                plan.learning().cutoffAngstrom(),
                groups,
                line -> progressed(version, line));
    }

    /** One line in the log for every tenth of the training. */
    private void progressed(int version, TrainingProgress line) {
        int now = 10 * line.step() / line.steps();
        int before = 10 * (line.step() - Math.max(1, line.steps() / NetworkPlan.EVALUATIONS)) / line.steps();
        if (now == before) {
            return;
        }
        store.inTransaction(tx -> {
            Fields fields = Fields.of(plan)
                    .with("model", "v" + version)
                    .with("step", line.step() + "/" + line.steps())
                    .number("err", "%.6f", line.trainingError())
                    .number("held", "%.6f", line.heldOutError())
                    .number("cpu", "%.1fs", line.seconds());
            tx.events().append(Event.Level.INFO, "train", fields.map());
            return null;
        });
    }

    private boolean isKnown(String dataHash) {
        List<Model> models = store.inTransaction(tx -> tx.models().all());
        return models.stream().anyMatch(m -> m.dataSha256().equals(dataHash)) || failures.areEnough(dataHash);
    }

    /** Of the network where the version has one, else of its force constants. */
    private double error(Path folder, ForceModelTrainer trainer, List<TrainingFrame> frames) {
        ForceError error = new ForceError();
        try (ForceModel model = runtime.openNetwork(folder).orElseGet(() -> runtime.open(folder))) {
            for (TrainingFrame frame : frames) {
                error.add(
                        model.forces(trainer.environments(), frame.displacementsAngstrom(), frame.temperature()),
                        frame.forcesEvPerAngstrom());
            }
        }
        return error.relative();
    }

    private record Judgement(boolean promoted, String reason) {}

    private Judgement judge(Path folder, double error, @Nullable Double incumbent) {
        Optional<String> refusal = trial.refusal(folder);
        if (refusal.isPresent()) {
            return new Judgement(false, FailedTrainings.cut(refusal.get()));
        }
        String mine = String.format(Locale.ROOT, "held-out force error %.6f", error);
        if (incumbent == null) {
            return new Judgement(true, mine + ", the first version");
        }
        String comparison = String.format(Locale.ROOT, "%s against %.6f of the version in office", mine, incumbent);
        return new Judgement(error < incumbent, comparison);
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
                    .said("why", model.reason());
            tx.events().append(Event.Level.INFO, "promote", verdict.map());
            return null;
        });
        return model;
    }
}
