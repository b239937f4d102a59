package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.learning.store.Event;

/** What {@link EventLine} writes comes back. */
class RouteLogReaderTest {
    @TempDir
    Path dir;

    private RouteLogReader log;
    private final Event label = new Event(Instant.EPOCH, Event.Level.INFO, "label", fields());

    private static Map<String, String> fields() {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("campaign", "si300");
        out.put("ok", "");
        out.put("R(S-1)", "0.02");
        out.put("why", "\"no room, höchstens\"");
        return out;
    }

    @BeforeEach
    void follow() {
        log = new RouteLogReader(dir);
    }

    private void write(String text) throws IOException {
        Files.writeString(dir.resolve("route.log"), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void comesBack(String line) throws IOException {
        write(line + "\n");
        RouteLogLine found = log.next().orElseThrow();
        assertThat(found.number()).isEqualTo(1);
        assertThat(found.step()).isEqualTo("label");
        assertThat(found.fields())
                .containsKeys("at")
                .containsEntry("level", "INFO")
                .containsEntry("campaign", "si300")
                .containsEntry("ok", "true")
                .containsEntry("R(S-1)", "0.02")
                .containsEntry("why", "no room, höchstens")
                .hasSize(7);
    }

    @Test
    void a_plain_line_comes_back_with_its_fields() throws IOException {
        comesBack(EventLine.text(label));
    }

    @Test
    void a_line_of_json_comes_back_with_its_fields() throws IOException {
        comesBack(EventLine.json(label));
    }

    @Test
    void a_line_comes_when_it_is_whole() throws IOException {
        assertThat(log.next()).isEmpty();
        String line = EventLine.text(label);
        write(line + "\n" + line.substring(0, 20));
        assertThat(log.next()).isPresent();
        assertThat(log.next()).isEmpty();
        write(line.substring(20) + "\n");
        assertThat(log.next())
                .hasValueSatisfying(found -> assertThat(found.number()).isEqualTo(2));
    }

    @Test
    void a_line_that_is_no_event_is_told_with_its_number() throws IOException {
        write("hello\n");
        assertThatThrownBy(() -> log.next()).hasMessageContaining("route.log:1: found 'hello'");
    }
}
