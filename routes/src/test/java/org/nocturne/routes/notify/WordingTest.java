package org.nocturne.routes.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nocturne.learning.store.Event;

class WordingTest {
    private final Wording mail = new Wording("mail");

    private Notice notice(Event... events) {
        return mail.of(List.of(events), 12).orElseThrow();
    }

    @Test
    void a_campaign_begins() {
        Notice notice = notice(Events.event(Event.Level.INFO, "run", "begin", "", "atoms", "216", "T", "300K"));

        assertThat(notice.kind()).isEqualTo(Kind.START);
        assertThat(notice.title()).isEqualTo("night: begun");
        assertThat(notice.text()).isEqualTo("atoms 216, T 300K");
        assertThat(notice.event()).isEqualTo(12);
    }

    @Test
    void a_campaign_ends_with_its_verdict() {
        Notice notice = notice(Events.event(
                Event.Level.ERROR, "run", "failed", "", "why", "\"all 6 candidates failed\"", "report", "r.html"));

        assertThat(notice.kind()).isEqualTo(Kind.END);
        assertThat(notice.title()).isEqualTo("night: failed");
        assertThat(notice.text()).isEqualTo("failed, why all 6 candidates failed");
    }

    @Test
    void a_round_that_is_judged_at_two_temperatures_is_one_notice() {
        Event at300 = Events.event(Event.Level.INFO, "assess", "round", "3", "T", "300K", "pass", "20");
        Event at600 = Events.event(Event.Level.INFO, "assess", "round", "3", "T", "600K", "pass", "18");
        Event next = Events.event(Event.Level.INFO, "assess", "round", "4", "T", "300K", "pass", "21");

        assertThat(Wording.goTogether(at300, at600)).isTrue();
        assertThat(Wording.goTogether(at600, next)).isFalse();
        assertThat(notice(at300, at600).title()).isEqualTo("night: round 3 judged");
        assertThat(notice(at300, at600).text()).isEqualTo("T 300K, pass 20\nT 600K, pass 18");
    }

    @Test
    void a_version_is_judged() {
        Notice notice = notice(
                Events.event(Event.Level.INFO, "promote", "model", "v3", "verdict", "kept", "why", "\"no better\""));

        assertThat(notice.kind()).isEqualTo(Kind.VERDICTS);
        assertThat(notice.title()).isEqualTo("night: model v3 kept");
    }

    @Test
    void what_failed_by_itself_is_counted_and_not_told_one_by_one() {
        Event failed = Events.event(Event.Level.WARN, "relax", "cand", "c0001", "failed", "", "cause", "NOT_FINITE");

        assertThat(mail.of(List.of(failed), 1)).isEmpty();
    }

    @Test
    void every_other_warning_is_trouble() {
        Notice notice = notice(Events.event(Event.Level.WARN, "disk", "free", "90MiB"));

        assertThat(notice.kind()).isEqualTo(Kind.TROUBLE);
        assertThat(notice.title()).isEqualTo("night: trouble (disk)");
    }

    @Test
    void a_temperature_that_keeps_failing_is_trouble_though_it_has_a_cause() {
        Event hold = Events.event(Event.Level.WARN, "hold", "begins", "", "T", "900K..900K", "cause", "NOT_FINITE");

        assertThat(notice(hold).text()).isEqualTo("begins, T 900K..900K, cause NOT_FINITE");
    }

    @Test
    void a_channel_is_told_that_another_fails_and_not_that_it_fails_itself() {
        Event mailFails = Events.event(Event.Level.WARN, "notify", "channel", "mail", "failed", "");

        assertThat(mail.of(List.of(mailFails), 1)).isEmpty();
        assertThat(new Wording("command").of(List.of(mailFails), 1)).isPresent();
    }

    @Test
    void what_goes_well_is_not_told() {
        assertThat(mail.of(List.of(Events.event(Event.Level.INFO, "label", "ok", "")), 1))
                .isEmpty();
    }
}
