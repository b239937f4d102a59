package org.nocturne.learning.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.learning.ensemble.Estimate;
import org.nocturne.learning.ledger.Judgement;
import org.nocturne.learning.ledger.Quantity;
import org.nocturne.learning.ledger.Verdict;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.RoundVerdict;

class RoundEndTest {
    @TempDir
    Path dir;

    private Night night;

    @AfterEach
    void end() {
        night.close();
    }

    private static Judgement failing(double value) {
        return new Judgement(
                Assessment.PROPOSAL,
                Quantity.DISPLACEMENT,
                "",
                Plans.T,
                new Estimate(value, 0.005),
                value - 0.008,
                value + 0.008,
                60,
                0,
                value > 1.05 ? Verdict.FAIL : Verdict.PASS,
                "MD");
    }

    private void judged(int round, Judgement... ledger) {
        night.ask(tx -> {
            int id = tx.ledger().insert(round, 10, 0.03, null, null);
            for (Judgement line : ledger) {
                tx.ledger().insert(id, LedgerRows.row(line));
            }
            return null;
        });
    }

    private RoundEnd roundEnd() {
        return new RoundEnd(night.plan, night.store);
    }

    private RoundVerdict ended(int round, Judgement... ledger) {
        judged(round, ledger);
        roundEnd().of(round, List.of(ledger));
        return night.ask(tx -> tx.verdicts().newest()).orElseThrow();
    }

    private void begins() {
        night.ask(tx -> {
            tx.events().append(Event.Level.INFO, "run", Map.of("campaign", "night"));
            return null;
        });
    }

    @Test
    void the_verdict_is_kept_and_told_with_what_acquisition_does() {
        night = Night.sampled(dir, Plans.crystal().withExtraReplicas(2));
        ended(1, failing(1.2));

        RoundVerdict second = ended(2, failing(1.1));

        assertThat(second.trend()).isEqualTo("improving");
        assertThat(second.test()).isEqualTo("change");
        Event event = night.lastEvent();
        assertThat(event.step()).isEqualTo("verdict");
        assertThat(event.fields())
                .containsEntry("round", "2")
                .containsEntry("verdict", "improving")
                .containsEntry("fail", "1")
                .containsEntry("Rwp", "0.0300")
                .containsEntry("next", second.action());
    }

    @Test
    void replicas_that_are_bought_are_the_next_action() {
        night = Night.sampled(dir, Plans.crystal().withExtraReplicas(2));

        RoundVerdict first = ended(1, failing(1.2));

        assertThat(first.trend()).isEqualTo("undecided");
        assertThat(first.action()).isEqualTo("replicas");
        assertThat(first.temperature()).isEqualTo(Plans.T);
        assertThat(first.amount()).isEqualTo(2);
        assertThat(first.because()).isEqualTo("proposal rho-u at 300K is fail");
        assertThat(night.list(tx -> tx.subjects().replicas()).stream().filter(Replicas::wasAcquired))
                .hasSize(2);
    }

    @Test
    void without_replicas_to_buy_more_candidates_are_next_at_the_temperature_whose_turn_it_is() {
        Kelvin hot = Kelvin.of(900);
        night = Night.sampled(
                dir,
                Plans.crystal().proposingAt(Spending.Where.WORST, Plans.T, hot).withExtraReplicas(0));

        RoundVerdict first = ended(1, failing(1.2));

        assertThat(first.action()).isEqualTo("candidates");
        assertThat(first.temperature()).isEqualTo(new TemperatureTurns(night.plan, night.store).next((Integer) null));
        assertThat(first.amount()).isEqualTo(10);
    }

    @Test
    void the_last_round_is_the_end() {
        night = Night.sampled(dir, Plans.crystal());

        assertThat(ended(3, failing(1.0)).action()).isEqualTo("end");
        assertThat(night.ask(tx -> tx.verdicts().newest()).orElseThrow().trend())
                .isEqualTo("converged");
    }

    @Test
    void a_round_is_ended_once() {
        night = Night.sampled(dir, Plans.crystal().withExtraReplicas(2));
        ended(1, failing(1.2));

        roundEnd().of(1, List.of(failing(1.2)));
        roundEnd().makeUp();

        assertThat(night.list(tx -> tx.verdicts().all())).hasSize(1);
        assertThat(night.events().stream().filter(e -> e.step().equals("verdict")))
                .hasSize(1);
    }

    @Test
    void the_next_runner_ends_a_round_that_was_judged_by_one_that_died() {
        night = Night.sampled(dir, Plans.crystal().withExtraReplicas(2));
        judged(1, failing(1.2));

        roundEnd().makeUp();

        assertThat(night.ask(tx -> tx.verdicts().newest()).orElseThrow().action())
                .isEqualTo("replicas");
    }

    @Test
    void a_campaign_that_asks_for_it_stops_after_so_many_stalled_rounds_and_buys_nothing_more() {
        night = Night.sampled(dir, Plans.crystal().withCandidates(40, 4).stoppingWhenStalled(2));
        begins();
        ended(1, failing(1.2));

        assertThat(ended(2, failing(1.2)).trend()).isEqualTo("stalled");
        assertThat(new Progress(night.plan, night.store).stalled()).isEmpty();

        assertThat(ended(3, failing(1.2)).action()).isEqualTo("stop");
        assertThat(new Progress(night.plan, night.store).stalled()).contains("stalled for 2 rounds in a row");
    }

    @Test
    void who_resumes_a_stalled_campaign_gets_further_rounds() {
        night = Night.sampled(dir, Plans.crystal().withCandidates(40, 4).stoppingWhenStalled(1));
        begins();
        ended(1, failing(1.2));
        assertThat(ended(2, failing(1.2)).action()).isEqualTo("stop");

        night.later(Duration.ofSeconds(1));
        begins(); // it has ended in order, and goes on

        assertThat(new Progress(night.plan, night.store).stalled()).isEmpty();
    }

    @Test
    void without_the_key_a_stalled_campaign_goes_on() {
        night = Night.sampled(dir, Plans.crystal().withCandidates(40, 4).withExtraReplicas(0));
        ended(1, failing(1.2));
        ended(2, failing(1.2));

        assertThat(ended(3, failing(1.2)).action()).isEqualTo("candidates");
        assertThat(new Progress(night.plan, night.store).stalled()).isEmpty();
    }
}
