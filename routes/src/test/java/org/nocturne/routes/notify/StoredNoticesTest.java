package org.nocturne.routes.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.learning.store.Event;

class StoredNoticesTest {
    @TempDir
    Path dir;

    private Events events;

    @BeforeEach
    void open() {
        events = new Events(dir, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        events.close();
    }

    private StoredNotices notices(Set<Kind> kinds) {
        return new StoredNotices(events.store(), "mail", kinds, () -> "12 labelled");
    }

    private StoredNotices notices() {
        return notices(EnumSet.allOf(Kind.class));
    }

    private List<Event> said() {
        return events.store().inTransaction(tx -> tx.events().after(0, 1000)).stream()
                .filter(event -> event.step().equals("notify"))
                .toList();
    }

    private void night() {
        events.happens(Event.Level.INFO, "run", "begin", "", "atoms", "216");
        events.happens(Event.Level.INFO, "label", "ok", "");
        events.happens(Event.Level.INFO, "verdict", "round", "1", "verdict", "undecided");
        events.happens(Event.Level.INFO, "run", "finished", "", "why", "\"all candidates done\"");
    }

    @Test
    void notices_come_in_the_order_of_their_events_each_until_it_is_told() {
        night();
        StoredNotices notices = notices();

        Notice first = notices.next().orElseThrow();
        assertThat(notices.next()).contains(first);
        notices.told(first);
        Notice second = notices.next().orElseThrow();
        notices.told(second);
        Notice third = notices.next().orElseThrow();
        notices.told(third);

        assertThat(List.of(first.kind(), second.kind(), third.kind()))
                .containsExactly(Kind.START, Kind.VERDICTS, Kind.END);
        assertThat(List.of(first.event(), second.event(), third.event())).containsExactly(1L, 3L, 4L);
        assertThat(notices.isUpToDate()).isTrue();
    }

    @Test
    void another_runner_goes_on_where_this_one_was() {
        night();
        StoredNotices notices = notices();
        notices.told(notices.next().orElseThrow());

        assertThat(notices().next().orElseThrow().kind()).isEqualTo(Kind.VERDICTS);
    }

    @Test
    void only_what_is_wanted_is_told() {
        night();

        assertThat(notices(EnumSet.of(Kind.END)).next().orElseThrow().event()).isEqualTo(4);
    }

    @Test
    void the_end_comes_with_where_it_stands() {
        night();

        assertThat(notices(EnumSet.of(Kind.END)).next().orElseThrow().text())
                .isEqualTo("finished, why all candidates done\n\n12 labelled");
    }

    @Test
    void many_events_that_nobody_is_told_of_are_passed_over() {
        for (int k = 0; k < 450; k++) { // more than two batches
            events.happens(Event.Level.INFO, "label", "ok", "");
        }
        events.happens(Event.Level.WARN, "disk", "free", "90MiB");

        assertThat(notices().next().orElseThrow().event()).isEqualTo(451);
    }

    @Test
    void a_channel_that_fails_says_so_once_and_loses_nothing() {
        night();
        StoredNotices notices = notices();
        Notice first = notices.next().orElseThrow();

        notices.failed(first, new IOException("refused"));
        notices.failed(first, new IOException("refused"));

        assertThat(notices.isFailing()).isTrue();
        assertThat(notices.next()).contains(first);
        assertThat(said()).singleElement().satisfies(event -> {
            assertThat(event.level()).isEqualTo(Event.Level.WARN);
            assertThat(event.fields())
                    .containsEntry("channel", "mail")
                    .containsEntry("why", "\"IOException: refused\"");
        });

        notices.told(first);

        assertThat(notices.isFailing()).isFalse();
        assertThat(said()).hasSize(2).last().satisfies(event -> assertThat(event.fields())
                .containsKey("ok"));
    }
}
