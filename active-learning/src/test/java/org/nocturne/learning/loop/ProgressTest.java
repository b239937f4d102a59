package org.nocturne.learning.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Step;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.ledger.Judgement;
import org.nocturne.learning.ledger.Quantity;
import org.nocturne.learning.ledger.Verdict;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Role;

class ProgressTest {
    private static final Method NEWER = new Method("springs", "2", "nearest neighbours", "");

    @TempDir
    Path dir;

    private Night night;

    @AfterEach
    void end() {
        night.close();
    }

    private Progress begun(Plans plans) {
        night = Night.begun(dir, plans);
        return night.progress();
    }

    private Progress sampled(Plans plans) {
        night = Night.sampled(dir, plans);
        return night.progress();
    }

    @Test
    void the_turn_is_that_of_the_oldest_job_that_may_start() {
        Progress progress = begun(Plans.crystal());
        assertThat(progress.turn(Step.RELAX)).contains(Step.MINIMISE);

        night.failed(Step.MINIMISE, Cause.CANCELLED); // queued again, now behind the replicas that need it
        assertThat(progress.turn(Step.RELAX)).contains(Step.MINIMISE);

        night.minimised();
        assertThat(progress.turn(Step.RELAX)).contains(Step.REPLICA);
    }

    @Test
    void a_crystal_is_proposed_from_once_a_model_is_in_office() {
        Progress progress = sampled(Plans.crystal());
        assertThat(progress.wantsCandidate(2)).isFalse();

        night.model(1, 4, "kept");
        assertThat(progress.wantsCandidate(2)).isFalse();

        night.promote(2, 4);
        assertThat(progress.wantsCandidate(2)).isTrue();
    }

    @Test
    void a_liquid_is_proposed_from_once_its_library_is_complete() {
        Progress progress = begun(Plans.liquid());
        night.minimised();
        night.sampled(); // held out
        assertThat(progress.wantsCandidate(2)).isFalse();

        Job training = night.claim(Step.REPLICA);
        assertThat(progress.wantsCandidate(2)).isFalse();
        night.record(training, Night.frames(5));

        assertThat(progress.wantsCandidate(2)).isTrue();
    }

    @Test
    void where_a_run_takes_many_a_round_is_proposed_and_the_next_when_it_is_relaxed() {
        Progress progress = sampled(Plans.crystal().withCandidates(4, 2));
        night.promote(1, 4);
        assertThat(progress.wantsCandidateOfRound(100)).isTrue();
        night.proposed();
        assertThat(progress.wantsCandidateOfRound(1)).isFalse();
        assertThat(progress.wantsCandidateOfRound(100)).isTrue();

        night.proposed();
        assertThat(progress.wantsCandidateOfRound(100)).isFalse();
        night.claim(Step.RELAX);
        night.claim(Step.RELAX);

        assertThat(progress.wantsCandidateOfRound(100)).as("they run").isFalse();
    }

    @Test
    void no_more_candidates_wait_than_the_buffer_holds_and_none_beyond_the_plan() {
        Progress progress = sampled(Plans.crystal().withCandidates(3, 3));
        night.promote(1, 4);
        night.proposed();
        night.proposed();
        assertThat(progress.wantsCandidate(2)).isFalse();
        assertThat(progress.wantsCandidate(3)).isTrue();

        night.relaxed();
        assertThat(progress.wantsCandidate(2)).isTrue();

        night.proposed();
        night.relaxed();
        night.relaxed();
        assertThat(progress.wantsCandidate(2)).isFalse();
    }

    @Test
    void a_round_is_assessed_once_and_when_all_of_it_is_labelled_or_failed() {
        Progress progress = sampled(Plans.crystal().withCandidates(5, 2));
        assertThat(progress.roundToAssess()).isEmpty();

        night.candidate();
        night.proposed();
        assertThat(progress.roundToAssess()).isEmpty();
        night.failed(Step.RELAX, Cause.NOT_FINITE);
        assertThat(progress.roundToAssess()).hasValue(1);

        night.assessed(1);
        assertThat(progress.roundToAssess()).isEmpty();
    }

    @Test
    void a_job_that_will_be_tried_again_keeps_its_round_open() {
        Progress progress = sampled(Plans.crystal().withCandidates(2, 2));
        night.candidate();
        night.proposed();
        night.failed(Step.RELAX, Cause.KILLED);
        assertThat(progress.roundToAssess()).isEmpty();

        night.relaxed();
        assertThat(progress.roundToAssess()).isEmpty();
        night.labelled();
        assertThat(progress.roundToAssess()).hasValue(1);
    }

    @Test
    void the_last_round_may_be_short() {
        Progress progress = sampled(Plans.crystal().withCandidates(3, 2));
        night.candidate();
        night.candidate();
        night.assessed(1);
        assertThat(progress.roundToAssess()).isEmpty();

        night.candidate();
        assertThat(progress.roundToAssess()).hasValue(2);

        night.assessed(2);
        assertThat(progress.roundToAssess()).isEmpty();
    }

    @Test
    void a_round_of_failures_alone_is_assessed_too() {
        Progress progress = sampled(Plans.crystal().withCandidates(4, 2));
        night.proposed();
        night.failed(Step.RELAX, Cause.NOT_FINITE);
        night.proposed();
        night.relaxed();
        night.failed(Step.LABEL, Cause.BAD_EXIT);

        assertThat(progress.roundToAssess()).hasValue(1);
    }

    @Test
    void a_retraining_is_due_when_enough_labels_have_come_since_the_last() {
        Progress progress = sampled(Plans.crystal()); // every 6; the training replica gave 4
        night.promote(1, 4);
        assertThat(progress.retrainingIsDue()).isFalse();

        for (int k = 0; k < 5; k++) {
            night.candidate();
        }
        assertThat(progress.retrainingIsDue()).isFalse();

        night.candidate();
        assertThat(progress.retrainingIsDue()).isTrue();

        night.model(2, 10, "kept");
        assertThat(progress.retrainingIsDue()).isFalse();
    }

    @Test
    void candidates_that_are_not_learned_from_make_no_retraining_due() {
        Progress progress = sampled(
                Plans.crystal().learningFromReplicasOnly().retrainingEvery(1).withCandidates(10, 4));
        night.promote(1, 4);
        night.candidate();
        night.candidate();

        assertThat(progress.retrainingIsDue()).isFalse();
    }

    @Test
    void no_retraining_while_a_replica_that_judges_is_still_open() {
        Progress progress =
                begun(Plans.crystal().retrainingEvery(1).withReplicas(2, Plans.T)); // held out, held out, training ...
        night.minimised();
        night.sampled();
        Job heldOut = night.claim(Step.REPLICA);
        night.sampled();
        assertThat(progress.retrainingIsDue()).isFalse();

        night.record(heldOut, Night.frames(9));
        assertThat(progress.retrainingIsDue()).isTrue();
    }

    @Test
    void labels_of_another_method_make_no_retraining_due() {
        Progress progress = sampled(Plans.crystal().retrainingEvery(4));
        night.promote(1, 4);
        night.ask(tx -> {
            Replicas.queue(night.plan, tx, Role.TRAINING, Plans.T, 1, "after the code was updated");
            return null;
        });
        night.sampled(NEWER);

        assertThat(progress.retrainingIsDue()).isFalse();
    }

    /** Or a campaign with few replicas would wait for labels until the morning. */
    @Test
    void the_first_retraining_is_due_when_all_replicas_are_done_however_few_their_labels() {
        Progress progress = begun(Plans.crystal().retrainingEvery(50));
        night.minimised();
        night.sampled();
        night.sampled();
        assertThat(progress.retrainingIsDue()).isFalse();

        night.sampled();
        assertThat(progress.retrainingIsDue()).isTrue();

        night.promote(1, 4);
        assertThat(progress.retrainingIsDue()).isFalse();
    }

    @Test
    void a_liquid_is_never_retrained() {
        assertThat(sampled(Plans.liquid().retrainingEvery(1)).retrainingIsDue()).isFalse();
    }

    @Test
    void a_campaign_is_finished_when_nothing_is_left_to_do() {
        Progress progress = sampled(Plans.crystal().withCandidates(2, 2));
        night.promote(1, 4);
        assertThat(progress.isFinished()).isFalse();
        night.candidate();
        night.proposed();
        assertThat(progress.isFinished()).isFalse();
        night.relaxed();
        night.labelled();
        assertThat(progress.isFinished()).as("round 1 is not assessed").isFalse();

        night.assessed(1);
        assertThat(progress.isFinished()).isTrue();
    }

    @Test
    void a_campaign_is_not_finished_while_a_retraining_is_due() {
        Progress progress = sampled(Plans.crystal().withCandidates(1, 1).retrainingEvery(1));
        night.promote(1, 4);
        night.candidate();
        night.assessed(1);
        assertThat(progress.isFinished()).isFalse();

        night.model(2, 5, "kept");
        assertThat(progress.isFinished()).isTrue();
    }

    @Test
    void a_start_structure_that_cannot_be_minimised_is_hopeless() {
        Progress progress = begun(Plans.crystal());
        night.failed(Step.MINIMISE, Cause.KILLED);
        assertThat(progress.hopeless()).as("it will be tried again").isEmpty();

        night.failed(Step.MINIMISE, Cause.NOT_CONVERGED);

        assertThat(progress.hopeless())
                .hasValueSatisfying(why -> assertThat(why).contains("NOT_CONVERGED", "temperature"));
    }

    @Test
    void without_one_replica_it_is_hopeless() {
        Progress progress = begun(Plans.crystal());
        night.minimised();
        night.failed(Step.REPLICA, Cause.NOT_FINITE);
        night.failed(Step.REPLICA, Cause.NOT_FINITE);
        assertThat(progress.hopeless()).as("one is left").isEmpty();
        night.failed(Step.REPLICA, Cause.LOST_ATOMS);

        assertThat(progress.hopeless())
                .hasValueSatisfying(why -> assertThat(why).contains("no replica", "r0003", "LOST_ATOMS"));
    }

    /** The first training takes seconds, in which no job is open and no candidate is there. */
    @Test
    void when_the_first_six_replicas_have_failed_the_others_need_not_fail_too() {
        Progress progress = begun(Plans.crystal().withReplicas(3, Plans.T)); // 9 in all
        night.minimised();
        for (int k = 0; k < 5; k++) {
            night.failed(Step.REPLICA, Cause.BAD_EXIT);
        }
        assertThat(progress.hopeless()).isEmpty();
        Job seventh = night.claim(Step.REPLICA);
        night.failed(Step.REPLICA, Cause.BAD_EXIT);
        assertThat(progress.hopeless()).as("one still runs").isEmpty();

        night.record(seventh, night.failure(seventh, Cause.TIMED_OUT));

        assertThat(progress.hopeless()).get().asString().contains("all 7 replicas that were tried failed");
    }

    @Test
    void a_replica_that_was_killed_and_done_again_is_not_hopeless() {
        Progress progress = begun(Plans.crystal());
        night.minimised();
        night.failed(Step.REPLICA, Cause.KILLED);
        night.sampled();
        night.sampled();
        night.sampled();

        assertThat(progress.hopeless()).isEmpty();

        night.promote(1, 4);
        assertThat(progress.hopeless()).isEmpty();
    }

    @Test
    void a_liquid_of_which_one_replica_failed_is_not_hopeless() {
        Progress progress = begun(Plans.liquid());
        night.minimised();
        night.failed(Step.REPLICA, Cause.NOT_FINITE);
        night.sampled();
        night.sampled();

        assertThat(progress.hopeless()).isEmpty();
    }

    @Test
    void without_a_model_that_can_propose_it_is_hopeless() {
        Progress progress = sampled(Plans.crystal());
        assertThat(progress.hopeless()).as("the first training is due").isEmpty();

        night.model(1, 4, "kept");

        assertThat(progress.hopeless())
                .hasValueSatisfying(why -> assertThat(why).contains("v1", "so"));
    }

    @Test
    void when_every_candidate_failed_it_is_hopeless() {
        Progress progress = sampled(Plans.crystal());
        night.promote(1, 4);
        for (int k = 0; k < 5; k++) {
            night.proposed();
            night.failed(Step.RELAX, Cause.BAD_EXIT);
        }
        assertThat(progress.hopeless()).isEmpty();
        night.proposed();
        night.failed(Step.RELAX, Cause.BAD_EXIT);

        assertThat(progress.hopeless())
                .hasValueSatisfying(why -> assertThat(why).contains("all 6 candidates", "c0006 relax BAD_EXIT"));
    }

    @Test
    void one_success_among_many_failures_is_not_hopeless() {
        Progress progress = sampled(Plans.crystal());
        night.promote(1, 4);
        night.candidate();
        for (int k = 0; k < 8; k++) {
            night.proposed();
            night.failed(Step.RELAX, Cause.BAD_EXIT);
        }

        assertThat(progress.hopeless()).isEmpty();
    }

    /** A power cut ends as many jobs as there are slots. */
    @Test
    void candidates_that_will_be_tried_again_have_not_failed() {
        Progress progress = sampled(Plans.crystal());
        night.promote(1, 4);
        for (int k = 0; k < 8; k++) {
            night.proposed();
        }
        for (int k = 0; k < 8; k++) {
            night.failed(Step.RELAX, Cause.KILLED);
        }

        assertThat(progress.hopeless()).isEmpty();
    }

    @Test
    void a_short_campaign_of_which_all_failed_is_hopeless_at_its_end() {
        Progress progress = sampled(Plans.crystal().withCandidates(2, 2));
        night.promote(1, 4);
        night.proposed();
        night.failed(Step.RELAX, Cause.NOT_FINITE);
        assertThat(progress.hopeless()).isEmpty();
        night.proposed();
        night.failed(Step.RELAX, Cause.NOT_FINITE);

        assertThat(progress.hopeless()).isPresent();
    }

    @Test
    void what_acquisition_bought_is_learned_from_though_fewer_labels_than_usual_came_in() {
        night = Night.sampled(dir, Plans.crystal().retrainingEvery(100).withExtraReplicas(2));
        night.promote(1, Night.FRAMES);
        assertThat(night.progress().retrainingIsDue()).isFalse();

        night.later(Duration.ofMinutes(1));
        new Acquisition(night.plan, night.store)
                .acquire(
                        1,
                        List.of(new Judgement(
                                Assessment.PROPOSAL,
                                Quantity.DISPLACEMENT,
                                "",
                                Plans.T,
                                new Estimate(1.2, 0.01),
                                1.19,
                                1.21,
                                40,
                                0,
                                Verdict.FAIL,
                                "MD")));
        night.sampled();
        assertThat(night.progress().retrainingIsDue()).as("one is not run yet").isFalse();
        night.sampled();
        assertThat(night.progress().retrainingIsDue()).isTrue();

        night.later(Duration.ofMinutes(1));
        night.promote(2, 3 * Night.FRAMES);
        assertThat(night.progress().retrainingIsDue()).isFalse();
    }
}
