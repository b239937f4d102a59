package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Store;

class LogPrefixTest {
    @TempDir
    Path dir;

    private Store store;
    private Path log;

    @BeforeEach
    void three_events_in_the_store() {
        store = Store.open(Store.urlInside(dir), "sa", "", Clock.systemUTC());
        log = dir.resolve("route.log");
        for (String step : List.of("propose", "relax", "label")) {
            store.inTransaction(tx -> {
                tx.events().append(Event.Level.INFO, step, Map.of("cand", "c0001"));
                return null;
            });
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void write(boolean json) {
        try (RouteLog route = new RouteLog(log, store, json, event -> {})) {
            route.catchUp();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_log_that_a_runner_writes_is_one(boolean json) throws IOException {
        write(json);

        assertThat(LogPrefix.of(log, store)).isEqualTo(new LogPrefix(3, 3, null));
    }

    @Test
    void so_is_one_that_lacks_the_last_events_and_ends_in_a_torn_line() throws IOException {
        write(false);
        String text = Files.readString(log);
        Files.writeString(log, text.substring(0, text.length() - 5));

        assertThat(LogPrefix.of(log, store)).isEqualTo(new LogPrefix(2, 3, null));
    }

    @Test
    void so_is_one_that_is_not_there_yet() throws IOException {
        assertThat(LogPrefix.of(log, store)).isEqualTo(new LogPrefix(0, 3, null));
    }

    @Test
    void a_line_that_tells_something_else_is_named() throws IOException {
        write(false);
        Files.writeString(log, Files.readString(log).replace("relax ", "score "));

        assertThat(LogPrefix.of(log, store).fault()).startsWith("line 2 is not its event");
    }

    @Test
    void a_line_that_no_event_stands_behind_is_named() throws IOException {
        write(false);
        Files.writeString(log, "22:14:03.120 INFO  label    cand=c0002\n", StandardOpenOption.APPEND);

        assertThat(LogPrefix.of(log, store).fault()).startsWith("line 4 is no event");
    }
}
