package org.nocturne.learning.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Correction;
import org.nocturne.core.work.Corrections;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Remedy;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Subject;

class RetryPolicyTest {
    static final Correction HALF_THE_STEP = new Correction(Map.of(), Map.of("timestep-fs", 0.5), false, 2, 1, 2, 1);
    private static final Correction ANOTHER_SEED = new Correction(Map.of(), Map.of(), true, 1, 1, 1, 1);
    private static final Correction MORE_TIME = new Correction(Map.of(), Map.of(), false, 1, 1, 2, 1);
    private static final Correction MORE_MEMORY = new Correction(Map.of(), Map.of(), false, 1, 1, 1, 2);
    private static final Remedy[] HALVED_TWICE = {at(HALF_THE_STEP, 2)};

    private final RetryPolicy generous = new RetryPolicy(new RetryPlan(10, 100, 8, 8));

    private static Remedy at(Correction correction, int atMost) {
        return new Remedy(correction, Set.of(Step.RELAX), atMost);
    }

    private static Outcome.Failed failed(Cause cause, Remedy... remedies) {
        return new Outcome.Failed(cause, "as it was", Path.of("work"), List.of(remedies));
    }

    private static Job job(int attempt, Step step, Cause cause, Corrections corrections) {
        return new Job(
                attempt,
                Subject.candidate(1),
                step,
                attempt,
                Job.State.FAILED,
                null,
                null,
                cause,
                null,
                null,
                null,
                null,
                corrections,
                null);
    }

    /** What each attempt did otherwise when the same failure comes again and again. */
    private static List<String> course(RetryPolicy policy, Cause cause, int inAll, Remedy... remedies) {
        List<Job> attempts = new ArrayList<>();
        Optional<Corrections> next = Optional.of(Corrections.NONE);
        while (next.isPresent() && attempts.size() < 50) {
            Job now = job(attempts.size() + 1, Step.RELAX, cause, next.get());
            attempts.add(now);
            next = policy.next(now, failed(cause, remedies), attempts, inAll + corrected(attempts));
        }
        return attempts.stream().map(a -> a.corrections().inWords()).toList();
    }

    private static int corrected(List<Job> attempts) {
        return (int) attempts.stream().filter(a -> !a.corrections().isEmpty()).count();
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void nothing_is_tried_for_ever_but_what_a_person_stopped(Cause cause) {
        int tried = course(generous, cause, 0, HALVED_TWICE).size();

        assertThat(tried == 50).isEqualTo(cause == Cause.CANCELLED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"KILLED", "NODE_FAILURE", "PREEMPTED"})
    void what_the_machine_interrupted_has_five_attempts_that_do_the_same(Cause cause) {
        assertThat(course(generous, cause, 0, HALVED_TWICE)).containsExactly("", "", "", "", "");
    }

    @Test
    void what_had_no_room_on_the_disk_has_five_attempts_that_do_the_same() {
        assertThat(course(generous, Cause.DISK_FULL, 0)).containsExactly("", "", "", "", "");
    }

    @Test
    void an_interrupted_attempt_keeps_its_corrections() {
        Job corrected = job(2, Step.RELAX, Cause.KILLED, Corrections.NONE.and(HALF_THE_STEP));

        assertThat(generous.next(corrected, failed(Cause.KILLED), List.of(corrected), 1))
                .contains(corrected.corrections());
    }

    @Test
    void what_failed_by_itself_is_not_repeated_as_it_was() {
        assertThat(course(generous, Cause.NOT_FINITE, 0)).containsExactly("");
        assertThat(course(generous, Cause.BAD_INPUT, 0)).containsExactly("");
    }

    @Test
    void a_correction_is_made_as_often_as_it_may_be_and_then_the_next_one_on_top() {
        assertThat(course(generous, Cause.NOT_FINITE, 0, at(ANOTHER_SEED, 1), at(HALF_THE_STEP, 2)))
                .containsExactly(
                        "",
                        "seed=another",
                        "seed=another, timestep-fs*0.5 steps*2 time*2",
                        "seed=another, timestep-fs*0.5 steps*2 time*2, timestep-fs*0.5 steps*2 time*2");
    }

    @Test
    void a_correction_of_another_task_is_not_made() {
        Job label = job(1, Step.LABEL, Cause.NOT_FINITE, Corrections.NONE);

        assertThat(generous.next(label, failed(Cause.NOT_FINITE, HALVED_TWICE), List.of(label), 0))
                .isEmpty();
    }

    @Test
    void one_subject_has_its_share_over_all_its_steps_and_the_campaign_has_its_own() {
        RetryPolicy sparing = new RetryPolicy(new RetryPlan(1, 3, 8, 8));
        Job relaxed = job(1, Step.RELAX, Cause.LOST_ATOMS, Corrections.NONE);
        Job labelled = job(2, Step.LABEL, Cause.LOST_ATOMS, Corrections.NONE.and(MORE_TIME));

        assertThat(course(sparing, Cause.LOST_ATOMS, 0, HALVED_TWICE)).hasSize(2);
        assertThat(sparing.next(relaxed, failed(Cause.LOST_ATOMS, HALVED_TWICE), List.of(relaxed, labelled), 1))
                .isEmpty();
        assertThat(course(sparing, Cause.LOST_ATOMS, 3, HALVED_TWICE)).hasSize(1);
    }

    @Test
    void time_and_memory_are_asked_for_only_while_there_is_more_to_be_had() {
        RetryPolicy bounded = new RetryPolicy(new RetryPlan(10, 100, 3, 1));

        assertThat(course(bounded, Cause.TIMED_OUT, 0, at(MORE_TIME, 9)))
                .containsExactly("", "time*2", "time*2, time*2");
        assertThat(course(bounded, Cause.OUT_OF_MEMORY, 0, at(MORE_MEMORY, 9))).containsExactly("");
        assertThat(course(bounded, Cause.LOST_ATOMS, 0, at(HALF_THE_STEP, 3))).hasSize(4);
    }

    @Test
    void what_failed_as_one_of_many_is_tried_alone_once() {
        Job killed = job(1, Step.RELAX, Cause.KILLED, Corrections.NONE);
        Job failed = job(2, Step.RELAX, Cause.BAD_EXIT, Corrections.NONE);
        Job again = job(3, Step.RELAX, Cause.BAD_EXIT, Corrections.NONE);

        assertThat(generous.isTriedAlone(failed, failed(Cause.BAD_EXIT), List.of(killed, failed)))
                .isTrue();
        assertThat(generous.isTriedAlone(again, failed(Cause.BAD_EXIT), List.of(killed, failed, again)))
                .isFalse();
        assertThat(generous.isTriedAlone(killed, failed(Cause.KILLED), List.of(killed)))
                .isFalse();
    }
}
