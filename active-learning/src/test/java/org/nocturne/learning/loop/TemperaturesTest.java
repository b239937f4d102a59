package org.nocturne.learning.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.port.ModelRuntime;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.CandidateTable.Candidate;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.SubjectTable.Replica;

/** A campaign at 300 K that a person wants at other temperatures too. */
class TemperaturesTest {
    private static final Kelvin WARM = Kelvin.of(450);
    /** Above it the model's crystal is not stable. */
    private static final Kelvin HOT = Kelvin.of(900);

    @TempDir
    Path dir;

    private Night night;

    @AfterEach
    void end() {
        night.close();
    }

    private static final ModelRuntime RUNTIME = new ProposersOnly(folder -> (t, random) -> {
        if (t.compareTo(HOT) > 0) {
            throw new IllegalStateException("the crystal is not stable at " + t);
        }
        return Night.CRYSTAL;
    });

    private void sampled() {
        night = Night.sampled(dir, Plans.crystal().withCandidates(40, 10));
        night.promote(1, 4);
    }

    private void add(Kelvin... wanted) {
        new Temperatures(night.plan, night.store, night.files, RUNTIME, Optional.empty()).add(List.of(wanted));
    }

    private List<Kelvin> proposed(int count, int version) {
        int before = night.count(tx -> tx.candidates().count());
        Proposals proposals = new Proposals(night.plan, night.store, night.files);
        for (int k = 0; k < count; k++) {
            proposals.propose((t, random) -> Night.CRYSTAL, version);
        }
        return night.list(tx -> tx.candidates().all()).subList(before, before + count).stream()
                .map(Candidate::temperature)
                .toList();
    }

    private List<Replica> replicasAt(Kelvin t) {
        return night.list(tx -> tx.subjects().replicas()).stream()
                .filter(r -> r.temperature().equals(t))
                .toList();
    }

    @Test
    void a_temperature_that_is_added_gets_the_replicas_that_the_campaign_began_with_and_one_event() {
        sampled();
        add(WARM);

        assertThat(replicasAt(WARM))
                .extracting(Replica::role)
                .containsExactly(Role.HELD_OUT, Role.TRAINING, Role.REFERENCE);
        assertThat(replicasAt(WARM)).extracting(Replica::seed).doesNotHaveDuplicates();
        assertThat(night.count(tx -> tx.jobs().count(Step.REPLICA, Job.State.PENDING)))
                .isEqualTo(3);
        assertThat(night.lastEvent().step()).isEqualTo("temperature");
        assertThat(night.lastEvent().fields())
                .containsEntry("by", "person")
                .containsEntry("T", "450K")
                .containsEntry("replicas", "3")
                .containsEntry("candidates-left", "40");
        assertThat(night.<Map<?, ?>>ask(tx -> tx.invariants().broken())).isEmpty();
    }

    @Test
    void where_the_campaign_learns_already_only_the_reference_is_missing() {
        night = Night.sampled(dir, Plans.crystal().withCandidates(40, 10).withReplicas(1, Plans.T, WARM));
        add(WARM);

        assertThat(replicasAt(WARM))
                .extracting(Replica::role)
                .containsExactly(Role.HELD_OUT, Role.TRAINING, Role.REFERENCE);
    }

    @Test
    void candidates_go_there_once_its_replicas_are_in_and_a_reopened_store_knows_it_still() {
        sampled();
        proposed(4, 1);
        add(WARM);
        assertThat(proposed(2, 1)).as("no replica is in").containsExactly(Plans.T, Plans.T);
        night.sampled();
        assertThat(proposed(1, 1)).as("one is in").containsExactly(Plans.T);
        night.sampled();
        night.reopen();

        assertThat(proposed(9, 1))
                .as("it catches up, then they take turns")
                .containsExactly(WARM, WARM, WARM, WARM, WARM, WARM, WARM, Plans.T, WARM);
    }

    @Test
    void replicas_that_fail_for_good_hold_nothing_up() {
        sampled();
        proposed(1, 1);
        add(WARM);
        night.failed(Step.REPLICA, Cause.NOT_FINITE);
        night.failed(Step.REPLICA, Cause.NOT_FINITE);

        assertThat(proposed(1, 1)).containsExactly(WARM);
    }

    @Test
    void what_came_with_it_is_learned_from_though_fewer_labels_than_usual_came_in() {
        night = Night.sampled(dir, Plans.crystal().withCandidates(40, 10).retrainingEvery(100));
        night.promote(1, Night.FRAMES);
        assertThat(night.progress().retrainingIsDue()).isFalse();

        night.later(Duration.ofMinutes(1));
        add(WARM);
        night.sampled();
        assertThat(night.progress().retrainingIsDue()).isFalse();
        night.sampled();

        assertThat(night.progress().retrainingIsDue()).isTrue();
    }

    @Test
    void what_cannot_be_is_refused_and_nothing_is_half_added() {
        sampled();
        int before = night.events().size();

        assertThatThrownBy(() -> add(WARM, Plans.T))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("300K is there already")
                .hasMessageContaining("wanted is another");
        assertThatThrownBy(() -> add(WARM, WARM)).hasMessageContaining("450K is there already");
        assertThatThrownBy(() -> add(Kelvin.of(0))).hasMessageContaining("wanted is one above 0 K");
        assertThatThrownBy(() -> add(Kelvin.of(1200)))
                .hasMessageContaining("v1, which is in office, cannot propose there")
                .hasMessageContaining("not stable at 1200K");

        assertThat(night.list(tx -> tx.temperatures().added())).isEmpty();
        assertThat(replicasAt(WARM)).isEmpty();
        assertThat(night.events()).hasSize(before);
    }

    @Test
    void a_campaign_whose_candidates_are_all_proposed_is_given_none() {
        night = Night.sampled(dir, Plans.crystal().withCandidates(2, 2));
        night.promote(1, 4);
        proposed(2, 1);

        assertThatThrownBy(() -> add(WARM)).hasMessageContaining("all 2 candidates are proposed");
    }

    @Test
    void where_there_can_be_one_temperature_alone_none_is_added() {
        night = Night.sampled(dir, Plans.liquid().atTargetAlone("a liquid is proposed from its library"));

        assertThatThrownBy(() -> add(WARM)).hasMessage("450K cannot be added: a liquid is proposed from its library");
    }

    @Test
    void a_store_in_which_nothing_has_begun_is_given_none() {
        night = new Night(dir, Plans.crystal());

        assertThatThrownBy(() -> add(WARM)).hasMessageContaining("has not begun yet");
    }
}
