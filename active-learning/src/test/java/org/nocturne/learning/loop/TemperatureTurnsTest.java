package org.nocturne.learning.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.store.CandidateTable.Candidate;
import org.nocturne.learning.store.LedgerTable;

class TemperatureTurnsTest {
    private static final Kelvin COLD = Kelvin.of(100);
    private static final Kelvin HOT = Kelvin.of(900);
    private static final Plans PLANS = Plans.crystal().withCandidates(40, 10);

    @TempDir
    Path dir;

    private Night night;

    @AfterEach
    void end() {
        night.close();
    }

    private void begin(Spending.Where where) {
        night = Night.sampled(dir, PLANS.proposingAt(where, COLD, Plans.T, HOT));
        night.promote(1, 4);
    }

    private List<Kelvin> proposed(int count, int version) {
        int before = night.ask(tx -> tx.candidates().count());
        Proposals proposals = new Proposals(night.plan, night.store, night.files);
        for (int k = 0; k < count; k++) {
            proposals.propose((t, random) -> Night.CRYSTAL, version);
        }
        return night.list(tx -> tx.candidates().all()).subList(before, before + count).stream()
                .map(Candidate::temperature)
                .toList();
    }

    private void assessed(int round, int samples, Kelvin... passing) {
        List<Kelvin> open = new ArrayList<>(night.plan.proposals().temperatures());
        open.removeAll(List.of(passing));
        night.ask(tx -> {
            int id = tx.ledger().insert(round, samples, null, null, null);
            List.of(passing).forEach(t -> tx.ledger().insert(id, row(t, samples, "pass")));
            open.forEach(t -> tx.ledger().insert(id, row(t, samples, "undecided")));
            return null;
        });
    }

    private static LedgerTable.Row row(Kelvin t, int samples, String verdict) {
        return new LedgerTable.Row(
                Assessment.PROPOSAL, "rho-u", "", t, 1, 0.01, 0.99, 1.01, 0.95, 1.05, samples, 0, verdict, "MD");
    }

    @Test
    void all_temperatures_are_served_in_turn_until_something_is_known() {
        begin(Spending.Where.WORST);

        assertThat(proposed(6, 1)).containsExactly(COLD, Plans.T, HOT, COLD, Plans.T, HOT);
    }

    @Test
    void a_temperature_whose_gates_have_passed_stands_back_while_another_is_open() {
        begin(Spending.Where.WORST);
        proposed(6, 1);

        assessed(1, 2, COLD, Plans.T);

        assertThat(proposed(3, 1)).containsExactly(HOT, HOT, HOT);
    }

    @Test
    void when_all_have_passed_all_are_served_again() {
        begin(Spending.Where.WORST);
        proposed(6, 1);

        assessed(1, 2, COLD, Plans.T, HOT);

        assertThat(proposed(3, 1)).containsExactly(COLD, Plans.T, HOT);
    }

    @Test
    void evenly_is_evenly_whatever_the_ledger_says() {
        begin(Spending.Where.EVENLY);
        proposed(6, 1);

        assessed(1, 2, COLD, Plans.T);

        assertThat(proposed(3, 1)).containsExactly(COLD, Plans.T, HOT);
    }

    @Test
    void what_an_older_version_passed_a_new_one_has_yet_to_pass() {
        begin(Spending.Where.WORST);
        proposed(6, 1);
        assessed(1, 2, COLD, Plans.T);
        night.promote(2, 8);

        assertThat(proposed(7, 2)).containsExactly(COLD, Plans.T, HOT, COLD, Plans.T, HOT, HOT);
    }
}
