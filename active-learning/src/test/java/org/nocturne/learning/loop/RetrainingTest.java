package org.nocturne.learning.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.crystal.LocalEnvironments;
import org.nocturne.core.port.ForceModel;
import org.nocturne.core.port.ModelRuntime;
import org.nocturne.core.port.Proposer;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.FrameTable.LabelledFrame;
import org.nocturne.learning.store.ModelTable.Model;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.train.NetworkPlan;
import org.nocturne.learning.train.NetworkTrainer;
import org.nocturne.learning.train.TrainerJvm;

class RetrainingTest {
    private static final double NETWORK_ERROR = 0.02;

    /** Models whose forces are the true ones times 1 + error. */
    private static final class Springs implements ModelRuntime {
        private final Map<String, Double> errors = new HashMap<>();
        private final Map<String, String> unstable = new HashMap<>();

        @Override
        public ForceModel open(Path folder) {
            return forces(errors.get(folder.getFileName().toString()));
        }

        private static ForceModel forces(double error) {
            return new ForceModel() {
                @Override
                public double[] forces(LocalEnvironments environments, double[] u, Kelvin temperature) {
                    double[] out = Night.springs(u);
                    for (int k = 0; k < out.length; k++) {
                        out[k] *= 1 + error;
                    }
                    return out;
                }

                @Override
                public void close() {}
            };
        }

        /** Here no network is opened that no file is there for. */
        @Override
        public Optional<ForceModel> openNetwork(Path folder) {
            return Files.exists(folder.resolve("network.onnx")) ? Optional.of(forces(NETWORK_ERROR)) : Optional.empty();
        }

        @Override
        public Proposer proposer(Path folder) {
            String why = unstable.get(folder.getFileName().toString());
            return (t, random) -> {
                if (why != null) {
                    throw new IllegalStateException(why);
                }
                return Night.CRYSTAL;
            };
        }
    }

    @TempDir
    Path dir;

    private final TrainsHere launcher = new TrainsHere();
    private final Springs runtime = new Springs();
    private Night night;

    @BeforeEach
    void sample() {
        night = Night.sampled(dir, Plans.crystal());
    }

    @AfterEach
    void end() {
        night.close();
    }

    private NetworkTrainer networks() {
        return new NetworkTrainer(launcher, TrainerJvm.ofThisOne());
    }

    private Retraining retraining() {
        return new Retraining(night.plan, night.store, night.files, runtime, networks(), RetrainingTest::noHessian);
    }

    private Model retrained(int version, double error) {
        runtime.errors.put("v000" + version, error);
        return retraining().retrain("labels").orElseThrow();
    }

    private void moreToLearn(Role role) {
        night.ask(tx -> Replicas.queue(night.plan, tx, role, Plans.T, 1, "more"));
        night.sampled();
    }

    @Test
    void the_first_version_is_promoted() {
        Model first = retrained(1, 0.1);

        assertThat(first.verdict()).isEqualTo("promoted");
        assertThat(first.reason()).contains("0.10000", "the first version");
        assertThat(first.heldOutError()).isCloseTo(0.1, within(1e-9));
        assertThat(first.incumbentError()).isNull();
        assertThat(first.firedBy()).isEqualTo("labels");
        assertThat(first.frames()).isEqualTo(Night.FRAMES);
        assertThat(night.ask(tx -> tx.models().champion()).orElseThrow().version())
                .isEqualTo(1);
        assertThat(night.files.resolve(first.folder() + "/manifest.json")).isNotEmptyFile();
        assertThat(night.events().stream().map(Event::step)).endsWith("retrain", "promote");
    }

    @Test
    void a_version_with_a_network_is_judged_by_it() {
        runtime.errors.put("v0001", 0.1);
        CampaignPlan wanting =
                Plans.crystal().withNetwork(new NetworkPlan(2, 1, 0, 40, 1, 7)).plan();

        Model first = new Retraining(wanting, night.store, night.files, runtime, networks(), RetrainingTest::noHessian)
                .retrain("labels")
                .orElseThrow();

        assertThat(launcher.trainings).isEqualTo(1);
        assertThat(first.heldOutError()).isCloseTo(NETWORK_ERROR, within(1e-9));
        assertThat(night.files.resolve(first.folder() + "/network.onnx")).isNotEmptyFile();
        assertThat(night.files.resolve(first.folder() + "/manifest.json"))
                .content()
                .contains("equivariant-force-network");
        assertThat(night.events().stream().filter(e -> e.step().equals("train")))
                .hasSize(10)
                .last()
                .satisfies(e ->
                        assertThat(e.fields()).containsEntry("step", "40/40").containsKeys("err", "held"));
    }

    @Test
    void without_a_plan_for_a_network_none_is_trained() {
        Model first = retrained(1, 0.1);

        assertThat(launcher.trainings).isZero();
        assertThat(night.files.resolve(first.folder() + "/network.onnx")).doesNotExist();
        assertThat(night.files.resolve(first.folder() + "/manifest.json"))
                .content()
                .doesNotContain("network");
    }

    @Test
    void a_better_version_takes_office() {
        retrained(1, 0.1);
        night.candidate();

        Model second = retrained(2, -0.05);

        assertThat(second.verdict()).isEqualTo("promoted");
        assertThat(second.incumbentError()).isCloseTo(0.1, within(1e-9));
        assertThat(night.ask(tx -> tx.models().champion()).orElseThrow().version())
                .isEqualTo(2);
    }

    @Test
    void a_worse_version_is_kept_out_and_the_reason_names_both_errors() {
        retrained(1, 0.1);
        night.candidate();

        Model second = retrained(2, 0.2);

        assertThat(second.verdict()).isEqualTo("kept");
        assertThat(second.reason()).contains("0.200000 against 0.100000");
        assertThat(night.ask(tx -> tx.models().champion()).orElseThrow().version())
                .isEqualTo(1);
    }

    @Test
    void an_unstable_version_is_kept_out_however_good_its_forces() {
        retrained(1, 0.1);
        night.candidate();
        runtime.unstable.put("v0002", "omega^2 is -1.5 at q = 0.5 0 0");

        Model second = retrained(2, 0.01);

        assertThat(second.verdict()).isEqualTo("kept");
        assertThat(second.reason()).contains("omega^2 is -1.5");
    }

    @Test
    void a_long_reason_fits_into_the_store() {
        runtime.unstable.put("v0001", "mode ".repeat(1000));

        assertThat(retrained(1, 0.01).verdict()).isEqualTo("kept");
    }

    /** A training whose process ends badly, as one that crashes or that reaches its time limit. */
    private Retraining withTrainingThatFails() {
        CampaignPlan wanting =
                Plans.crystal().withNetwork(new NetworkPlan(2, 1, 0, 40, 1, 7)).plan();
        NetworkTrainer crashing = new NetworkTrainer(new EndsBadly(), TrainerJvm.ofThisOne());
        return new Retraining(wanting, night.store, night.files, runtime, crashing, RetrainingTest::noHessian);
    }

    @Test
    void a_training_that_fails_leaves_the_champion_in_office_and_is_given_up_after_two_attempts() {
        retrained(1, 0.1);
        moreToLearn(Role.TRAINING);
        moreToLearn(Role.TRAINING);
        Progress progress = new Progress(night.plan, night.store);
        assertThat(progress.retrainingIsDue()).isTrue();

        assertThat(withTrainingThatFails().retrain("labels")).isEmpty();
        assertThat(night.lastEvent().level()).isEqualTo(Event.Level.WARN);
        assertThat(night.lastEvent().fields())
                .containsEntry("model", "v2")
                .containsEntry("again", "yes")
                .containsKey("failed")
                .hasEntrySatisfying("why", why -> assertThat(why).contains("exit code 137"));
        assertThat(progress.retrainingIsDue()).isTrue();

        assertThat(withTrainingThatFails().retrain("labels")).isEmpty();
        assertThat(night.lastEvent().fields()).containsEntry("again", "no");
        assertThat(progress.retrainingIsDue()).isFalse();
        assertThat(withTrainingThatFails().retrain("clock")).isEmpty();

        assertThat(night.list(tx -> tx.models().all())).hasSize(1);
        assertThat(night.ask(tx -> tx.models().champion()).orElseThrow().version())
                .isEqualTo(1);
    }

    @Test
    void new_data_after_a_training_that_was_given_up_are_trained_on() {
        retrained(1, 0.1);
        moreToLearn(Role.TRAINING);
        moreToLearn(Role.TRAINING);
        withTrainingThatFails().retrain("labels");
        withTrainingThatFails().retrain("labels");

        moreToLearn(Role.TRAINING);
        moreToLearn(Role.TRAINING);

        assertThat(new Progress(night.plan, night.store).retrainingIsDue()).isTrue();
        assertThat(retrained(2, 0.05).verdict()).isEqualTo("promoted");
    }

    @Test
    void a_fit_that_throws_is_a_training_that_failed() {
        retrained(1, 0.1);
        moreToLearn(Role.TRAINING);

        assertThat(retraining().retrain("labels")).isEmpty(); // this runtime knows no v0002

        assertThat(night.lastEvent().fields()).containsEntry("model", "v2").containsKey("failed");
        assertThat(night.ask(tx -> tx.models().champion()).orElseThrow().version())
                .isEqualTo(1);
    }

    @Test
    void nothing_new_is_not_trained_again() {
        retrained(1, 0.1);
        assertThat(retraining().retrain("clock")).isEmpty();

        moreToLearn(Role.HELD_OUT);
        moreToLearn(Role.REFERENCE);

        assertThat(retraining().retrain("clock")).isEmpty();
        assertThat(night.list(tx -> tx.models().all())).hasSize(1);
    }

    @Test
    void frames_that_judge_are_never_among_those_that_are_learned_from() {
        night.candidate();
        TrainingData data = new TrainingData(night.store, night.files);
        List<LabelledFrame> learned = data.select(Night.METHOD.id(), Role.TRAINING, Role.CANDIDATE);
        List<LabelledFrame> judging = data.select(Night.METHOD.id(), Role.HELD_OUT, Role.REFERENCE);

        Model model = retrained(1, 0.1);

        assertThat(model.dataSha256()).isEqualTo(TrainingData.hash(learned));
        assertThat(model.frames()).isEqualTo(learned.size()).isEqualTo(Night.FRAMES + 1);
        assertThat(learned).doesNotContainAnyElementsOf(judging);
        assertThat(learned.stream().map(LabelledFrame::file))
                .doesNotContainAnyElementsOf(
                        judging.stream().map(LabelledFrame::file).toList());
    }

    @Test
    void without_a_basin_nothing_is_trained() throws Exception {
        try (Night other = Night.begun(dir.resolve("other"), Plans.crystal())) {
            assertThat(new Retraining(
                                    other.plan,
                                    other.store,
                                    other.files,
                                    runtime,
                                    networks(),
                                    RetrainingTest::noHessian)
                            .retrain("clock"))
                    .isEmpty();
        }
    }

    private static org.nocturne.core.crystal.SparseHessian noHessian(
            org.nocturne.core.structure.Structure atRest, double cutoffAngstrom) {
        throw new AssertionError("a crystal needs no bare Hessian");
    }
}
