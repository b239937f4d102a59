package org.nocturne.learning.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.port.ForcesException;
import org.nocturne.core.port.ProposalException;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Step;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.ledger.Judgement;
import org.nocturne.learning.ledger.Quantity;
import org.nocturne.learning.ledger.Verdict;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.SubjectTable.Replica;

class AcquisitionTest {
    private static final Kelvin COLD = Kelvin.of(100);
    private static final Kelvin HOT = Kelvin.of(900);

    @TempDir
    Path dir;

    private Night night;

    @AfterEach
    void end() {
        night.close();
    }

    private void acquire(Judgement... ledger) {
        new Acquisition(night.plan, night.store).acquire(1, List.of(ledger));
    }

    private List<Replica> acquired() {
        return night.ask(tx -> tx.subjects().replicas()).stream()
                .filter(r -> r.reason().startsWith("acquired"))
                .toList();
    }

    private static Judgement at(Kelvin t, double displacement) {
        Verdict verdict = displacement > 1.05 ? Verdict.FAIL : Verdict.PASS;
        return line(t, Quantity.DISPLACEMENT, displacement, 0, verdict);
    }

    private static Judgement line(Quantity quantity, double value, int needed, Verdict verdict) {
        return line(Plans.T, quantity, value, needed, verdict);
    }

    private static Judgement line(Kelvin t, Quantity quantity, double value, int needed, Verdict verdict) {
        return new Judgement(
                Assessment.PROPOSAL,
                quantity,
                "",
                t,
                new Estimate(value, 0.1),
                value - 0.1,
                value + 0.1,
                40,
                needed,
                verdict,
                "MD");
    }

    @Test
    void a_gate_that_fails_asks_for_a_replica_to_learn_from() {
        night = Night.sampled(dir, Plans.crystal().withExtraReplicas(2));

        acquire(line(Quantity.DISPLACEMENT, 1.2, 0, Verdict.FAIL));

        assertThat(acquired()).hasSize(2).allSatisfy(r -> {
            assertThat(r.role()).isEqualTo(Role.TRAINING);
            assertThat(r.temperature()).isEqualTo(Plans.T);
            assertThat(r.reason()).isEqualTo("acquired after round 1: proposal rho-u at 300K is fail");
        });
        assertThat(night.count(tx -> tx.jobs().count(Step.REPLICA, Job.State.PENDING)))
                .isEqualTo(2);
        Event event = night.lastEvent();
        assertThat(event.step()).isEqualTo("acquire");
        assertThat(event.fields()).containsEntry("round", "1").containsEntry("role", "training");
    }

    @Test
    void a_gate_that_no_number_of_candidates_decides_asks_for_a_reference() {
        night = Night.sampled(dir, Plans.crystal());

        acquire(line(Quantity.MEAN_ENERGY, 0.9, -1, Verdict.UNDECIDED));

        assertThat(acquired()).singleElement().satisfies(r -> assertThat(r.role())
                .isEqualTo(Role.REFERENCE));
    }

    @Test
    void a_frozen_reference_is_not_made_longer() {
        night = Night.sampled(dir, Plans.crystal().withReplicas(0, Plans.T));

        acquire(line(Quantity.MEAN_ENERGY, 0.9, -1, Verdict.UNDECIDED));

        assertThat(acquired()).isEmpty();
    }

    @Test
    void the_gate_farthest_from_its_ideal_in_widths_of_its_band_goes_first() {
        night = Night.sampled(dir, Plans.crystal());

        acquire(
                line(Quantity.LONG_WAVES, 1.6, 0, Verdict.FAIL), // 0.6 of a band of 0.7
                line(Quantity.MEAN_ENERGY, 1.1, -1, Verdict.UNDECIDED), // 1.1 of 2
                line(Quantity.DISPLACEMENT, 1.2, 0, Verdict.FAIL)); // 0.2 of 0.1

        assertThat(acquired()).singleElement().satisfies(r -> assertThat(r.reason())
                .contains("rho-u"));
    }

    @Test
    void what_a_few_samples_have_put_far_out_by_chance_is_for_more_candidates_to_tell() {
        night = Night.sampled(dir, Plans.crystal().proposingAt(Spending.Where.WORST, Plans.T, COLD, HOT));
        Judgement noisy = new Judgement(
                Assessment.PROPOSAL,
                Quantity.WAVES,
                "",
                COLD,
                new Estimate(1.6, 0.4),
                0.9,
                2.3,
                4,
                0,
                Verdict.FAIL,
                "MD");

        acquire(noisy);
        assertThat(acquired()).isEmpty();

        acquire(noisy, at(HOT, 1.2));
        assertThat(acquired()).extracting(Replica::temperature).containsOnly(HOT);
    }

    @Test
    void a_gate_missed_by_more_than_its_standard_error_need_not_be_beyond_all_doubt() {
        night = Night.sampled(dir, Plans.crystal());

        acquire(new Judgement(
                Assessment.PROPOSAL,
                Quantity.DISPLACEMENT,
                "",
                Plans.T,
                new Estimate(0.935, 0.01),
                0.915,
                0.955, // the band begins at 0.95
                40,
                0,
                Verdict.FAIL,
                "MD"));

        assertThat(acquired()).hasSize(1);
    }

    @Test
    void what_passes_or_only_needs_more_candidates_asks_for_nothing() {
        night = Night.sampled(dir, Plans.crystal());

        acquire(
                line(Quantity.DISPLACEMENT, 1, 0, Verdict.PASS),
                line(Quantity.MEAN_ENERGY, 0.9, 200, Verdict.UNDECIDED));

        assertThat(acquired()).isEmpty();
    }

    @Test
    void a_gate_that_fails_after_the_steps_of_the_code_is_not_for_replicas_to_mend() {
        night = Night.sampled(dir, Plans.crystal());

        acquire(new Judgement(
                Assessment.THERMAL,
                Quantity.DISPLACEMENT,
                "",
                Plans.T,
                new Estimate(1.2, 0.01),
                1.19,
                1.21,
                40,
                0,
                Verdict.FAIL,
                "MD"));

        assertThat(acquired()).isEmpty();
    }

    @Test
    void the_worst_temperature_gets_all_of_a_round_and_one_to_judge_by_where_there_was_none() {
        night = Night.sampled(
                dir, Plans.crystal().withExtraReplicas(4).proposingAt(Spending.Where.WORST, Plans.T, COLD, HOT));

        acquire(at(COLD, 1.07), at(HOT, 1.2), at(Plans.T, 1.0));

        assertThat(acquired()).extracting(Replica::temperature).containsOnly(HOT);
        assertThat(acquired()).extracting(Replica::role).containsExactly(Role.TRAINING, Role.TRAINING, Role.HELD_OUT);
    }

    @Test
    void evenly_the_temperatures_take_turns_and_the_next_round_goes_on_where_the_last_ended() {
        night = Night.sampled(
                dir, Plans.crystal().withExtraReplicas(4).proposingAt(Spending.Where.EVENLY, Plans.T, COLD, HOT));

        acquire(at(HOT, 1.2));
        learned(1);
        acquire(at(HOT, 1.2));

        assertThat(acquired().stream().filter(r -> r.role() == Role.TRAINING))
                .extracting(Replica::temperature)
                .containsExactly(Plans.T, COLD, HOT, Plans.T);
    }

    @Test
    void nothing_is_bought_before_what_was_bought_is_run_learned_and_proposed_with() {
        night = Night.sampled(dir, Plans.crystal().withExtraReplicas(8));

        acquire(line(Quantity.DISPLACEMENT, 1.2, 0, Verdict.FAIL));
        acquire(line(Quantity.DISPLACEMENT, 1.2, 0, Verdict.FAIL));
        assertThat(acquired()).hasSize(2);

        learned(1);
        night.proposed();
        acquire(line(Quantity.DISPLACEMENT, 1.2, 0, Verdict.FAIL));
        assertThat(acquired()).as("the newest candidate is of no version").hasSize(2);
    }

    @Test
    void where_most_proposals_fail_replicas_are_bought_before_any_line_is_looked_at() {
        night = Night.sampled(
                dir, Plans.crystal().withExtraReplicas(2).proposingAt(Spending.Where.WORST, Plans.T, HOT));
        night.promote(1, 4);
        Proposals proposals = new Proposals(night.plan, night.store, night.files);
        for (int k = 0; k < 4; k++) {
            proposals.propose(this::failingWhereItIsHot, 1);
        }

        acquire(at(Plans.T, 1.2));

        assertThat(acquired()).extracting(Replica::temperature).containsOnly(HOT);
        assertThat(acquired().get(0).reason()).isEqualTo("acquired after round 1: 2 of 2 proposals at 900K failed");
    }

    private Structure failingWhereItIsHot(Kelvin t, RandomGenerator random) {
        if (t.equals(HOT)) {
            throw new ProposalException(Night.CRYSTAL, new ForcesException(Cause.NOT_FINITE, "a force is NaN"));
        }
        return Night.CRYSTAL;
    }

    /** Runs what was bought, and makes a version of it. */
    private void learned(int version) {
        while (night.oldestPending(Step.REPLICA).isPresent()) {
            night.sampled();
        }
        night.promote(version, 8);
    }

    @Test
    void no_more_is_spent_than_the_plan_allows() {
        night = Night.sampled(dir, Plans.crystal().withExtraReplicas(2));

        for (int k = 0; k < 4; k++) {
            acquire(line(Quantity.DISPLACEMENT, 1.2, 0, Verdict.FAIL));
            learned(k + 1);
        }

        assertThat(acquired()).hasSize(2);
        assertThat(acquired().stream().map(Replica::seed).distinct()).hasSize(2);
    }
}
