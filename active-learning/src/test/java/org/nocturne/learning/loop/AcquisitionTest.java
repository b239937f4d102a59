package org.nocturne.learning.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    @TempDir
    Path dir;

    private Night night;

    @AfterEach
    void end() {
        night.close();
    }

    private void acquire(Judgement... ledger) {
        new Acquisition(night.plan, night.store, night.files).acquire(1, List.of(ledger));
    }

    private List<Replica> acquired() {
        return night.ask(tx -> tx.subjects().replicas()).stream()
                .filter(r -> r.reason().startsWith("acquired"))
                .toList();
    }

    private static Judgement line(Quantity quantity, double value, int needed, Verdict verdict) {
        return new Judgement(
                "thermal",
                quantity,
                "",
                Plans.T,
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
        night = Night.sampled(dir, Plans.crystal());

        acquire(line(Quantity.DISPLACEMENT, 1.2, 0, Verdict.FAIL));

        assertThat(acquired()).singleElement().satisfies(r -> {
            assertThat(r.role()).isEqualTo(Role.TRAINING);
            assertThat(r.temperature()).isEqualTo(Plans.T);
            assertThat(r.reason()).isEqualTo("acquired after round 1: thermal rho-u is fail");
        });
        assertThat(night.count(tx -> tx.jobs().count(Step.REPLICA, Job.State.PENDING)))
                .isEqualTo(1);
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
    void what_passes_or_only_needs_more_candidates_asks_for_nothing() {
        night = Night.sampled(dir, Plans.crystal());

        acquire(
                line(Quantity.DISPLACEMENT, 1, 0, Verdict.PASS),
                line(Quantity.MEAN_ENERGY, 0.9, 200, Verdict.UNDECIDED));

        assertThat(acquired()).isEmpty();
    }

    @Test
    void no_more_is_spent_than_the_plan_allows() {
        night = Night.sampled(dir, Plans.crystal().withExtraReplicas(2));

        for (int k = 0; k < 4; k++) {
            acquire(line(Quantity.DISPLACEMENT, 1.2, 0, Verdict.FAIL));
        }

        assertThat(acquired()).hasSize(2);
        assertThat(acquired().stream().map(Replica::seed).distinct()).hasSize(2);
    }
}
