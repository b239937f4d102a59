package org.nocturne.learning.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.crystal.LocalEnvironments;
import org.nocturne.core.port.ForceModel;
import org.nocturne.core.port.ModelRuntime;
import org.nocturne.core.port.Proposer;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Step;
import org.nocturne.core.work.Task;
import org.nocturne.learning.audit.LabelPair;
import org.nocturne.learning.audit.LabelPairs;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Specimen;
import org.nocturne.learning.store.Specimen.Origin;
import org.nocturne.learning.store.Subject;

/** Rounds of two candidates whose code are springs; a second code says the same forces, a tenth larger. */
class AuditTest {
    private static final Method DEAR = new Method("dear", "2", "pbe", "");
    private static final double RADIUS = 5;
    /** Whose force the version in office misses by as much as its number says. */
    private static final int MISSED = 23;

    @TempDir
    Path dir;

    private static AuditPlan plan(
            int mostAtoms, int frames, AuditPlan.Cells cells, AuditPlan.Environments environments) {
        return new AuditPlan(
                mostAtoms, frames, Optional.ofNullable(cells), Optional.ofNullable(environments), RetryPlan.none());
    }

    private static AuditPlan framesOnly(int frames) {
        return new AuditPlan(64, frames, Optional.empty(), Optional.empty(), RetryPlan.none());
    }

    private static AuditPlan environments(int mostAtoms, int perRound, AuditPlan.Choice choice) {
        return new AuditPlan(
                mostAtoms,
                0,
                Optional.empty(),
                Optional.of(new AuditPlan.Environments(perRound, RADIUS, 2.6, Optional.empty(), choice)),
                RetryPlan.none());
    }

    private Night night(AuditPlan audit) {
        return night(audit, "night");
    }

    private Night night(AuditPlan audit, String folder) {
        Night night = Night.sampled(
                dir.resolve(folder), Plans.crystal().withCandidates(4, 2).withAudit(audit));
        night.promote(1, 4);
        night.candidate();
        night.candidate();
        return night;
    }

    /** The springs, but for one atom. */
    private static final class MissingOne implements ModelRuntime {
        @Override
        public ForceModel open(Path folder) {
            return new ForceModel() {
                @Override
                public double[] forces(LocalEnvironments environments, double[] u, Kelvin temperature) {
                    double[] out = Night.springs(u);
                    out[3 * MISSED] += 10;
                    return out;
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public Optional<ForceModel> openNetwork(Path folder) {
            return Optional.empty();
        }

        @Override
        public Proposer proposer(Path folder) {
            throw new AssertionError("nothing is proposed here");
        }
    }

    private static void take(Night night, int round) {
        new Audit(night.plan, night.store, night.files, new MissingOne()).take(round);
    }

    private static List<Specimen> specimens(Night night) {
        return night.list(tx -> tx.specimens().all());
    }

    private static Outcome tenthLarger(Task task, double shift) {
        double[] forces = new double[3 * task.start().size()];
        java.util.Arrays.setAll(forces, k -> 1.1 * (k % 7 - 3));
        return new Outcome.Done(new Result.Labelled(new Label(shift, forces, new double[0])));
    }

    private static List<LabelPair> pairs(Night night) {
        return night.ask(
                tx -> LabelPairs.of(tx.specimens().all(), tx.specimens().labels(), night.files));
    }

    @Test
    void a_round_is_audited_once_it_is_complete_and_only_once() {
        try (Night night =
                Night.sampled(dir, Plans.crystal().withCandidates(4, 2).withAudit(framesOnly(1)))) {
            night.candidate();
            assertThat(night.progress().roundToAudit()).isEmpty();
            night.proposed();
            night.relaxed();
            assertThat(night.progress().roundToAudit())
                    .as("one is not labelled")
                    .isEmpty();
            night.labelled();
            assertThat(night.progress().roundToAudit()).hasValue(1);

            take(night, 1);

            assertThat(night.progress().roundToAudit()).isEmpty();
            night.candidate();
            night.candidate();
            assertThat(night.progress().roundToAudit()).hasValue(2);
        }
    }

    @Test
    void without_a_second_code_no_round_is_audited() {
        try (Night night = Night.sampled(dir, Plans.crystal().withCandidates(4, 2))) {
            night.candidate();
            night.candidate();
            assertThat(night.progress().roundToAudit()).isEmpty();
        }
    }

    @Test
    void a_campaign_is_not_finished_before_its_last_round_is_audited_and_the_last_audit_done() {
        try (Night night = Night.sampled(
                dir, Plans.crystal().withCandidates(2, 2).retrainingEvery(1000).withAudit(framesOnly(1)))) {
            night.promote(1, 1000);
            night.candidate();
            night.candidate();
            night.assessed(1);
            assertThat(night.progress().isFinished()).isFalse();

            take(night, 1);
            assertThat(night.progress().isFinished()).isFalse();

            Job audit = night.claim(Step.AUDIT);
            night.record(audit, DEAR, tenthLarger(night.task(audit), 1));
            assertThat(night.progress().isFinished()).isTrue();
        }
    }

    @Test
    void a_frame_has_its_own_label_already_and_waits_for_the_second() {
        try (Night night = night(framesOnly(1))) {
            take(night, 1);

            Specimen frame = specimens(night).get(0);
            assertThat(frame.origin()).isEqualTo(Origin.FRAME);
            Job audit = night.claim(Step.AUDIT);
            assertThat(audit.subject()).isEqualTo(Subject.specimen(1));
            Task task = night.task(audit);
            int candidate = Objects.requireNonNull(frame.candidate());
            Structure labelled = night.files
                    .readFrames(night.ask(tx -> tx.frames().fileOf(Subject.candidate(candidate), 0)))
                    .get(0)
                    .structure();
            assertThat(task).isEqualTo(new Task.LabelTask(labelled));

            night.record(audit, DEAR, tenthLarger(task, -1000));

            LabelPair pair = pairs(night).get(0);
            assertThat(pair.firstMethod()).isEqualTo(Night.METHOD);
            assertThat(pair.secondMethod()).isEqualTo(DEAR);
            assertThat(pair.second().energyEv()).isEqualTo(-1000);
            assertThat(night.lastEvent().step()).isEqualTo("audit");
            assertThat(night.lastEvent().fields())
                    .containsEntry("specimen", "s0001")
                    .containsEntry("code", "dear")
                    .containsKey("dF");
        }
    }

    /** What is learned, scored and judged is what it would have been. */
    @Test
    void labels_of_the_second_method_change_nothing_for_those_that_learn_and_judge() {
        try (Night night = night(framesOnly(2))) {
            List<Object> before = learned(night);
            boolean due = night.progress().retrainingIsDue();
            Map<String, Integer> states = night.states();

            take(night, 1);
            for (int k = 0; k < 2; k++) {
                Job audit = night.claim(Step.AUDIT);
                night.record(audit, DEAR, tenthLarger(night.task(audit), -1e6));
            }

            assertThat(pairs(night)).hasSize(2);
            assertThat(learned(night)).isEqualTo(before);
            assertThat(night.progress().retrainingIsDue()).isEqualTo(due);
            assertThat(night.states()).isEqualTo(states);
        }
    }

    /** Every frame, file, energy and method that training, scoring and the ledger can reach. */
    private static List<Object> learned(Night night) {
        List<Object> out = new ArrayList<>();
        for (Role role : Role.values()) {
            out.addAll(night.list(tx -> tx.frames().of(role)));
        }
        out.addAll(night.list(tx -> tx.frames().withoutPattern(Plans.T, 0)));
        return out;
    }

    @Test
    void an_environment_is_labelled_by_the_own_code_first() {
        try (Night night = night(environments(64, 1, AuditPlan.Choice.RANDOM))) {
            take(night, 1);
            assertThat(night.list(tx -> tx.jobs().claim(Step.AUDIT, 1, null))).isEmpty();

            Job own = night.claim(Step.LABEL);
            Task task = night.task(own);
            assertThat(task.start().cell().hasVolume()).isFalse();
            night.record(own, tenthLarger(task, 1));

            Job second = night.claim(Step.AUDIT);
            assertThat(night.task(second)).as("both see the same").isEqualTo(task);
            night.record(second, DEAR, tenthLarger(task, 2));
            assertThat(pairs(night).get(0).forces().rms()).isZero();
            assertThat(pairs(night).get(0).specimen().compared()).isEqualTo(5);
        }
    }

    @Test
    void in_the_middle_is_the_atom_whose_force_the_version_in_office_misses_most() {
        try (Night night = night(environments(64, 2, AuditPlan.Choice.WORST))) {
            take(night, 1);

            assertThat(specimens(night)).extracting(Specimen::atom).containsExactly(MISSED, MISSED);
            assertThat(specimens(night)).extracting(Specimen::candidate).containsExactlyInAnyOrder(1, 2);
            String miss = night.lastEvent().fields().getOrDefault("miss", "none");
            assertThat(Double.parseDouble(miss.replace("eV/A", ""))).isCloseTo(10, within(1.0));
        }
    }

    @Test
    void an_environment_with_more_atoms_than_the_second_code_can_do_is_kept_as_failed() {
        try (Night night = night(environments(10, 1, AuditPlan.Choice.RANDOM))) {
            take(night, 1);

            List<Job> failed = night.list(tx -> tx.jobs().failed());
            assertThat(failed).singleElement().satisfies(job -> {
                assertThat(job.cause()).isEqualTo(Cause.BAD_INPUT);
                assertThat(job.detail()).contains("atoms; the second code is given at most 10");
            });
            Map<String, Integer> states = night.ask(tx -> tx.specimens().countByState());
            assertThat(states).isEqualTo(Map.of("failed", 1));
        }
    }

    @Test
    void a_small_cell_is_made_thermal_by_a_replica_of_its_own() {
        AuditPlan audit = plan(64, 0, new AuditPlan.Cells(2, Night.CRYSTAL, 400), null);
        try (Night night = night(audit)) {
            take(night, 1);
            Job first = night.claim(Step.REPLICA);
            Job second = night.claim(Step.REPLICA);
            Task.ReplicaTask one = (Task.ReplicaTask) night.task(first);
            Task.ReplicaTask other = (Task.ReplicaTask) night.task(second);
            assertThat(one.start()).isEqualTo(Night.CRYSTAL);
            assertThat(one.seed()).isNotEqualTo(other.seed());
            assertThat(one.frames()).isEqualTo(1);
            assertThat(one.equilibrationSteps() + one.spacingSteps()).isEqualTo(400);

            night.record(first, Night.frames(5));

            Job dear = night.claim(Step.AUDIT);
            assertThat(night.task(dear).start()).isEqualTo(Night.frame(500).structure());
            night.record(dear, DEAR, tenthLarger(night.task(dear), 3));
            assertThat(pairs(night)).singleElement().satisfies(pair -> assertThat(pair.first())
                    .isEqualTo(Night.frame(500).label()));
        }
    }

    /** A runner that dies before its commit leaves a file or two; the next one takes the same again. */
    @Test
    void the_same_round_is_taken_in_the_same_way() {
        AuditPlan audit = plan(
                64,
                1,
                new AuditPlan.Cells(1, Night.CRYSTAL, 400),
                new AuditPlan.Environments(1, RADIUS, 0, Optional.of(8.0), AuditPlan.Choice.RANDOM));
        List<Specimen> once;
        try (Night night = night(audit, "once")) {
            take(night, 1);
            once = specimens(night);
        }
        try (Night night = night(audit, "again")) {
            take(night, 1);
            assertThat(specimens(night)).hasSize(3).isEqualTo(once);
        }
    }

    @Test
    void which_job_ended_first_does_not_matter() {
        List<List<Integer>> taken = new ArrayList<>();
        for (boolean inOrder : new boolean[] {true, false}) {
            Plans plans = Plans.crystal().withCandidates(4, 4).withAudit(framesOnly(2));
            try (Night night = Night.sampled(dir.resolve("in order " + inOrder), plans)) {
                List<Job> jobs = new ArrayList<>();
                for (int k = 0; k < 4; k++) {
                    night.proposed();
                    jobs.add(night.claim(Step.RELAX));
                }
                if (!inOrder) {
                    Collections.reverse(jobs);
                }
                jobs.forEach(job -> night.record(job, Night.relaxation(job.id())));
                jobs.forEach(job -> night.labelled());

                take(night, 1);

                taken.add(specimens(night).stream().map(Specimen::candidate).toList());
            }
        }
        assertThat(taken.get(0)).hasSize(2).isEqualTo(taken.get(1));
    }

    @Test
    void an_audit_takes_no_turn_of_the_loop() {
        try (Night night = night(framesOnly(1))) {
            take(night, 1);
            night.proposed();

            assertThat(night.progress().turn(Step.RELAX)).contains(Step.RELAX);
            assertThat(night.progress().turn(Step.AUDIT)).contains(Step.AUDIT);
        }
    }

    @Test
    void what_helps_a_label_helps_an_audit() {
        var correction = new org.nocturne.core.work.Correction(Map.of("mixing", 0.1), Map.of(), false, 1, 1, 1, 1);
        var remedy = new org.nocturne.core.work.Remedy(correction, java.util.Set.of(Step.LABEL), 1);
        AuditPlan audit = new AuditPlan(64, 1, Optional.empty(), Optional.empty(), new RetryPlan(1, 1, 1, 1));
        try (Night night = night(audit)) {
            take(night, 1);
            Job job = night.claim(Step.AUDIT);

            night.record(job, DEAR, new Outcome.Failed(Cause.NOT_CONVERGED, "electrons", dir, List.of(remedy)));

            assertThat(night.claim(Step.AUDIT).corrections().inWords()).contains("mixing");
        }
    }
}
