package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.learning.store.Event;
import org.nocturne.learning.store.Store;

class RouteLogTest {
    private static final Instant DUSK = Instant.parse("2026-11-21T22:14:03.120Z");

    @TempDir
    Path dir;

    private Store store;
    private Path log;

    @BeforeEach
    void open() {
        store = Store.open(Store.urlInside(dir), "sa", "", Clock.fixed(DUSK, ZoneOffset.UTC));
        log = dir.resolve("route.log");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void happens(String step, String why) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("campaign", "si300");
        fields.put("ok", "");
        fields.put("why", why);
        store.inTransaction(tx -> {
            tx.events().append(Event.Level.INFO, step, fields);
            return null;
        });
    }

    private List<String> written(boolean json) throws IOException {
        List<Event> echoed = new ArrayList<>();
        try (RouteLog route = new RouteLog(log, store, json, echoed::add)) {
            route.catchUp();
            route.catchUp();
        }
        return Files.readAllLines(log);
    }

    @Test
    void the_kth_line_is_the_kth_event() throws IOException {
        happens("relax", "a");
        happens("label", "b");
        assertThat(written(false)).hasSize(2);
        happens("score", "c");

        List<String> lines = written(false);

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).endsWith("INFO  relax    campaign=si300 ok why=a");
        assertThat(lines.get(2)).endsWith("INFO  score    campaign=si300 ok why=c");
    }

    @Test
    void a_torn_last_line_is_cut_and_written_again() throws IOException {
        happens("relax", "a");
        happens("label", "b");
        List<String> whole = written(false);
        String text = Files.readString(log);
        Files.writeString(log, text.substring(0, text.length() - 7), StandardOpenOption.TRUNCATE_EXISTING);

        assertThat(written(false)).isEqualTo(whole);
    }

    @Test
    void an_event_with_line_breaks_is_one_line() throws IOException {
        happens("relax", "first\nsecond\r\nthird");
        happens("label", "b");

        assertThat(written(false)).hasSize(2).first().asString().endsWith("why=first second third");
        happens("score", "c");
        assertThat(written(false)).hasSize(3);
    }

    @Test
    void the_json_form_has_the_same_fields() throws IOException {
        happens("relax", "say \"when\"\n");

        JsonNode line = new ObjectMapper().readTree(written(true).get(0));

        List<String> names = new ArrayList<>();
        line.fieldNames().forEachRemaining(names::add);
        assertThat(names).containsExactly("at", "level", "step", "campaign", "ok", "why");
        assertThat(line.path("at").asText()).isEqualTo("2026-11-21T22:14:03.120Z");
        assertThat(line.path("ok").asText()).isEqualTo("true");
        assertThat(line.path("why").asText()).isEqualTo("say \"when\"\n");
    }

    @Test
    void many_events_are_written_in_order() throws IOException {
        for (int k = 0; k < 520; k++) { // more than one batch
            happens("relax", "n" + k);
        }

        List<String> lines = written(false);

        assertThat(lines).hasSize(520);
        assertThat(lines.get(519)).endsWith("why=n519");
    }
}
