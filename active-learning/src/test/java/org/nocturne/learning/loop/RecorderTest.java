package org.nocturne.learning.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Correction;
import org.nocturne.core.work.Corrections;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Remedy;
import org.nocturne.core.work.Step;
import org.nocturne.core.work.Task;
import org.nocturne.learning.store.CandidateTable.Candidate;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.FrameTable.LabelledFrame;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Subject;

class RecorderTest {
    @TempDir
    Path dir;

    private Night night;

    @BeforeEach
    void begin() {
        night = Night.begun(dir, Plans.crystal());
    }

    @AfterEach
    void end() {
        night.close();
    }

    private Job stored(Job job) {
        return night.ask(tx -> tx.jobs().find(job.id())).orElseThrow();
    }

    @Test
    void a_minimised_start_becomes_the_basin_of_the_campaign() {
        night.minimised();

        Basin basin = Basin.of(night.store, night.files).orElseThrow();
        assertThat(basin.inherent().structure()).isEqualTo(Night.CRYSTAL);
        assertThat(basin.inherent().energyEv()).isEqualTo(-277.5);
        assertThat(basin.methodId()).isEqualTo(Night.METHOD.id());
        assertThat(night.lastEvent().step()).isEqualTo("minimise");
        assertThat(night.lastEvent().fields())
                .containsEntry("campaign", "night")
                .containsEntry("basin", "b0001")
                .containsEntry("code", "springs")
                .containsEntry("try", "1")
                .containsEntry("ok", "")
                .containsEntry("took", "1.5s");
    }

    @Test
    void a_replica_gives_labelled_frames_of_its_role_and_its_energy_series() {
        night.minimised();
        night.sampled();

        List<LabelledFrame> frames = night.ask(tx -> tx.frames().of(Role.HELD_OUT));
        assertThat(frames)
                .hasSize(Night.FRAMES)
                .extracting(LabelledFrame::ordinal)
                .containsExactly(0, 1, 2, 3);
        assertThat(night.ask(tx -> tx.subjects().replica(1)).orElseThrow().series())
                .isNotNull();
        assertThat(night.lastEvent().fields()).containsEntry("role", "held-out").containsEntry("frames", "4");
    }

    @Test
    void a_relaxed_candidate_is_queued_for_its_label_and_keeps_its_energies() {
        night.proposed();
        night.relaxed();

        Candidate candidate = night.ask(tx -> tx.candidates().find(1)).orElseThrow();
        assertThat(candidate.proposalEnergyEv()).isEqualTo(-274.5);
        assertThat(candidate.inherentEnergyEv()).isEqualTo(-277.5);
        assertThat(night.oldestPending(Step.LABEL).orElseThrow().subject()).isEqualTo(Subject.candidate(1));
        assertThat(night.count(tx -> tx.frames().labels())).isZero();
    }

    @Test
    void a_label_brings_its_forces_into_the_file_of_the_frame() {
        night.proposed();
        night.relaxed();
        Job job = night.claim(Step.LABEL);
        night.record(job, Night.label(99));

        LabelledFrame frame = night.ask(tx -> tx.frames().of(Role.CANDIDATE)).get(0);
        assertThat(frame.energyEv()).isEqualTo(Night.frame(99).label().energyEv());
        assertThat(new TrainingData(night.store, night.files)
                        .read(frame)
                        .label()
                        .forcesEvPerAngstrom())
                .containsExactly(Night.frame(99).label().forcesEvPerAngstrom());
        assertThat(night.states()).containsEntry("labelled", 1);
    }

    @Test
    void a_result_that_comes_twice_is_recorded_once() {
        night.proposed();
        Job job = night.claim(Step.RELAX);

        assertThat(night.record(job, Night.relaxation(1))).isTrue();
        long events = night.events().size();
        assertThat(night.record(job, Night.relaxation(1))).isFalse();
        assertThat(night.record(job, night.failure(job, Cause.KILLED))).isFalse();

        assertThat(night.events()).hasSize((int) events);
        assertThat(stored(job).state()).isEqualTo(Job.State.DONE);
        assertThat(night.list(tx -> tx.jobs().of(Subject.candidate(1)))).hasSize(2);
    }

    @Test
    void a_second_and_different_answer_leaves_the_files_of_the_first_alone() {
        night.proposed();
        Job job = night.claim(Step.RELAX);
        night.record(job, Night.relaxation(1));

        assertThat(night.record(job, Night.relaxation(2))).isFalse();

        var file = night.ask(tx -> tx.frames().fileOf(Subject.candidate(1), 0));
        assertThat(night.files.readFrames(file).get(0).structure())
                .isEqualTo(Night.frame(1).structure());
    }

    @Test
    void a_failure_keeps_its_cause_what_was_found_and_its_work_directory() {
        night.proposed();
        Job job = night.claim(Step.RELAX);
        night.record(job, night.failure(job, Cause.NOT_FINITE));

        Job failed = stored(job);
        assertThat(failed.state()).isEqualTo(Job.State.FAILED);
        assertThat(failed.cause()).isEqualTo(Cause.NOT_FINITE);
        assertThat(failed.detail()).contains("temperature");
        assertThat(failed.workDir()).isEqualTo(job.claimedWorkDir());
        assertThat(night.lastEvent().level()).isEqualTo(Event.Level.WARN);
        assertThat(night.lastEvent().fields())
                .containsEntry("cause", "NOT_FINITE")
                .containsEntry("again", "no")
                .containsEntry("dir", job.claimedWorkDir())
                .containsEntry("why", "\"step 12: 'temperature' is NaN\"");
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"CANCELLED", "KILLED"})
    void what_was_interrupted_from_outside_is_queued_again_as_a_new_attempt(Cause cause) {
        night.proposed();
        night.failed(Step.RELAX, cause);

        Job again = night.claim(Step.RELAX);
        assertThat(again.subject()).isEqualTo(Subject.candidate(1));
        assertThat(again.attempt()).isEqualTo(2);
    }

    @Test
    void what_failed_by_itself_is_not_tried_again() {
        night.proposed();
        night.failed(Step.RELAX, Cause.NOT_FINITE);

        assertThat(night.oldestPending(Step.RELAX)).isEmpty();
        assertThat(night.states()).containsEntry("failed", 1);
    }

    @Test
    void a_cancelled_job_is_no_failure() {
        night.proposed();
        Job job = night.claim(Step.RELAX);
        night.record(job, night.failure(job, Cause.CANCELLED));

        assertThat(stored(job).state()).isEqualTo(Job.State.CANCELLED);
        assertThat(night.list(tx -> tx.jobs().failed())).isEmpty();
        assertThat(night.lastEvent().level()).isEqualTo(Event.Level.INFO);
    }

    @Test
    void the_event_and_the_end_of_the_job_are_one_transaction() {
        night.proposed();
        night.relaxed();
        Job job = night.claim(Step.LABEL);
        night.ask(
                tx -> { // in the way: the label of this frame is there already, so that keeping the result fails
                    tx.frames().label(tx.frames().idOf(Subject.candidate(1), 0), Night.METHOD, job.id(), 0, 0);
                    return null;
                });
        int events = night.events().size();

        assertThatThrownBy(() -> night.record(job, Night.label(1))).isInstanceOf(RuntimeException.class);

        assertThat(stored(job).state()).isEqualTo(Job.State.RUNNING);
        assertThat(night.events()).hasSize(events);
    }

    @Test
    void a_corrected_attempt_says_what_it_does_otherwise_in_its_row_its_task_and_its_lines() {
        night.close();
        night = Night.begun(dir.resolve("corrected"), Plans.crystal().withRetries(new RetryPlan(2, 9, 2, 1)));
        night.proposed();
        Job job = night.claim(Step.RELAX);
        Outcome.Failed lost = (Outcome.Failed) night.failure(job, Cause.LOST_ATOMS);
        Remedy halved = new Remedy(RetryPolicyTest.HALF_THE_STEP, Set.of(Step.RELAX), 2);

        night.record(job, new Outcome.Failed(lost.cause(), lost.detail(), lost.workDir(), List.of(halved)));

        assertThat(night.lastEvent().fields())
                .containsEntry("again", "yes")
                .containsEntry("next", "\"timestep-fs*0.5 steps*2 time*2\"");
        night.reopen();
        Job again = night.claim(Step.RELAX);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.corrections().inOrder()).containsExactly(RetryPolicyTest.HALF_THE_STEP);
        Task.RelaxTask first = (Task.RelaxTask) night.task(job);
        Task.RelaxTask second = (Task.RelaxTask) night.task(again);
        assertThat(second.nvtSteps()).isEqualTo(2 * first.nvtSteps());
        assertThat(second.seed()).isNotEqualTo(first.seed());

        night.record(again, Night.relaxation(1));
        assertThat(night.lastEvent().fields())
                .containsEntry("try", "2")
                .containsEntry("corrected", "\"timestep-fs*0.5 steps*2 time*2\"")
                .containsKey("ok");
        assertThat(night.claim(Step.LABEL).corrections().isEmpty()).isTrue();
        assertThat(night.list(tx -> tx.jobs().corrected())).extracting(Job::id).containsExactly(again.id());
    }

    @Test
    void iterations_are_corrected_in_the_task_of_a_minimisation() {
        Correction more = new Correction(Map.of(), Map.of(), false, 1, 4, 1, 1);
        Subject start = Subject.basin(1);
        night.claim(Step.MINIMISE);
        night.ask(tx -> {
            tx.jobs().enqueue(start, Step.MINIMISE, Corrections.NONE.and(more));
            return null;
        });

        Task.MinimiseTask task = (Task.MinimiseTask) night.task(night.claim(Step.MINIMISE));

        assertThat(task.minimisation().maxIterations())
                .isEqualTo(4 * night.plan.proposals().minimisation().maxIterations());
    }
}
