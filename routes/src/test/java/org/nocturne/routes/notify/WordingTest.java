package org.nocturne.routes.notify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nocturne.learning.store.Event;

class WordingTest {
    private final Wording mail = new Wording("mail");

    private Notice notice(Event event) {
        return mail.of(event, 12).orElseThrow();
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
    void a_round_is_one_notice_with_its_verdict_and_what_comes_next() {
        Notice notice = notice(Events.event(
                Event.Level.INFO,
                "verdict",
                "round",
                "3",
                "verdict",
                "stalled",
                "why",
                "\"no progress\"",
                "next",
                "stop"));

        assertThat(notice.kind()).isEqualTo(Kind.VERDICTS);
        assertThat(notice.title()).isEqualTo("night: round 3 stalled");
        assertThat(notice.text()).isEqualTo("verdict stalled, why no progress, next stop");
    }

    @Test
    void the_lines_of_a_round_at_each_temperature_are_in_the_log_alone() {
        assertThat(mail.of(Events.event(Event.Level.INFO, "assess", "round", "3", "T", "300K", "pass", "20"), 1))
                .isEmpty();
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

        assertThat(mail.of(failed, 1)).isEmpty();
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

        assertThat(mail.of(mailFails, 1)).isEmpty();
        assertThat(new Wording("command").of(mailFails, 1)).isPresent();
    }

    @Test
    void what_goes_well_is_not_told() {
        assertThat(mail.of(Events.event(Event.Level.INFO, "label", "ok", ""), 1))
                .isEmpty();
    }
}
