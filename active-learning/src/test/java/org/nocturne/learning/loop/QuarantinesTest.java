package org.nocturne.learning.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Step;
import org.nocturne.learning.store.CandidateTable.Candidate;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.QuarantineTable.Quarantine;

/** A code that fails above a temperature. */
class QuarantinesTest {
    private static final Kelvin COLD = Kelvin.of(100);
    private static final Kelvin HOT = Kelvin.of(900);

    @TempDir
    Path dir;

    private Night night;
    private Quarantines quarantines;

    @BeforeEach
    void begin() {
        night = Night.sampled(
                dir, Plans.crystal().withCandidates(60, 10).proposingAt(Spending.Where.EVENLY, COLD, Plans.T, HOT));
        night.promote(1, 4);
        quarantines = new Quarantines(night.plan, night.store);
    }

    @AfterEach
    void end() {
        night.close();
    }

    private Kelvin propose(int version) {
        new Proposals(night.plan, night.store, night.files).propose((t, random) -> Night.CRYSTAL, version);
        List<Candidate> all = night.list(tx -> tx.candidates().all());
        return all.get(all.size() - 1).temperature();
    }

    /** One candidate to its end; a hot one fails. */
    private void candidate(int version, Cause ofTheHot) {
        if (propose(version).equals(HOT)) {
            night.failed(Step.RELAX, ofTheHot);
            quarantines.lookForBeginning();
        } else {
            night.relaxed();
            night.labelled();
        }
    }

    private void candidates(int count, Cause ofTheHot) {
        for (int k = 0; k < count; k++) {
            candidate(1, ofTheHot);
        }
    }

    private List<Event> holds() {
        return night.events().stream()
                .filter(event -> event.step().equals("hold"))
                .toList();
    }

    @Test
    void a_temperature_at_which_the_code_fails_again_and_again_gets_no_more_work_and_the_others_go_on() {
        candidates(14, Cause.NOT_FINITE);
        assertThat(holds()).as("four failures are not yet many").isEmpty();
        candidates(1, Cause.NOT_FINITE);

        assertThat(night.list(tx -> tx.quarantines().open())).singleElement().satisfies(q -> {
            assertThat(q.cause()).isEqualTo(Cause.NOT_FINITE);
            assertThat(List.of(q.from(), q.to())).containsExactly(HOT, HOT);
            assertThat(List.of(q.failed(), q.tried())).containsExactly(5, 5);
        });
        assertThat(List.of(propose(1), propose(1), propose(1), propose(1))).doesNotContain(HOT);
        assertThat(holds()).singleElement().satisfies(event -> assertThat(event.fields())
                .containsEntry("begins", "")
                .containsEntry("cause", "NOT_FINITE")
                .containsEntry("model", "v1")
                .containsEntry("why", "\"5 of 5 candidates failed there; by chance that is so once in 751 times\""));
    }

    @Test
    void what_waits_there_is_held_and_comes_back_with_another_version() {
        candidates(14, Cause.NOT_FINITE);
        propose(1); // hot: the fifth to fail
        propose(1);
        propose(1);
        propose(1); // hot: waits
        night.failed(Step.RELAX, Cause.NOT_FINITE);
        quarantines.lookForBeginning();

        assertThat(night.states()).containsEntry("held", 1).containsEntry("proposed", 2);
        assertThat(holds().get(0).fields()).containsEntry("held", "1");
        quarantines.lookForEnd();
        assertThat(night.states()).as("the version in office is the same").containsEntry("held", 1);

        night.reopen();
        quarantines = new Quarantines(night.plan, night.store);
        night.promote(2, 6);
        quarantines.lookForEnd();

        assertThat(night.states()).doesNotContainKey("held").containsEntry("proposed", 3);
        assertThat(night.list(tx -> tx.quarantines().open())).isEmpty();
        assertThat(holds().get(1).fields()).containsEntry("ends", "").containsEntry("released", "1");
        Job back = night.claim(Step.RELAX);
        assertThat(List.of(back, night.claim(Step.RELAX), night.claim(Step.RELAX)))
                .extracting(Job::attempt)
                .containsExactlyInAnyOrder(1, 1, 2);
        assertThat(List.of(propose(2), propose(2), propose(2))).contains(HOT);
    }

    @Test
    void what_is_held_keeps_no_round_open_and_no_campaign_from_its_end() {
        night.close();
        night = Night.sampled(
                dir.resolve("short"),
                Plans.crystal().withCandidates(18, 18).proposingAt(Spending.Where.EVENLY, COLD, Plans.T, HOT));
        night.promote(1, 400);
        quarantines = new Quarantines(night.plan, night.store);
        candidates(14, Cause.NOT_FINITE);
        propose(1);
        propose(1);
        propose(1);
        propose(1);
        night.failed(Step.RELAX, Cause.NOT_FINITE);
        quarantines.lookForBeginning();
        night.relaxed();
        night.labelled();
        night.relaxed();
        night.labelled();

        assertThat(night.progress().roundToAssess()).hasValue(1);
        night.assessed(1);
        assertThat(night.progress().isFinished()).isTrue();
    }

    @Test
    void what_is_interrupted_from_outside_says_nothing_of_a_temperature() {
        candidates(21, Cause.DISK_FULL);

        assertThat(holds()).isEmpty();
    }

    @Test
    void failures_at_all_temperatures_are_no_matter_of_one() {
        for (int k = 0; k < 21; k++) {
            propose(1);
            night.failed(Step.RELAX, Cause.NOT_CONVERGED);
            quarantines.lookForBeginning();
        }

        assertThat(holds()).isEmpty();
    }

    @Test
    void the_warmer_half_is_one_range() {
        for (int k = 0; k < 15; k++) {
            if (propose(1).equals(COLD)) {
                night.relaxed();
                night.labelled();
            } else {
                night.failed(Step.RELAX, Cause.LOST_ATOMS);
                quarantines.lookForBeginning();
            }
        }

        Quarantine found = night.list(tx -> tx.quarantines().open()).get(0);
        assertThat(List.of(found.from(), found.to())).containsExactly(Plans.T, HOT);
        assertThat(Map.of("failed", found.failed())).containsEntry("failed", found.tried());
    }
}
