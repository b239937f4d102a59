package org.nocturne.routes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.routes.cli.step.CommandRun;

/** The log of a campaign whose first runner wrote plain lines and whose second wrote JSON. */
class LogCommandTest {
    private static final String PLAIN = "22:14:03.120 INFO  label    campaign=si300 cand=c0147 ok why=\"no room\"";
    private static final String JSON =
            "{\"at\":\"2026-11-21T22:14:04Z\",\"level\":\"INFO\",\"step\":\"score\",\"campaign\":\"si300\",\"Rwp\":\"0.0241\"}";

    @TempDir
    Path dir;

    @BeforeEach
    void log() throws IOException {
        Files.write(dir.resolve("route.log"), List.of(PLAIN, JSON));
    }

    @Test
    void it_is_printed_as_it_stands() {
        assertThat(CommandRun.of("log", dir.toString()).output().lines()).containsExactly(PLAIN, JSON);
    }

    @Test
    void with_json_each_line_is_one_object_whatever_it_was() throws IOException {
        List<String> lines =
                CommandRun.of("log", dir.toString(), "--json").output().lines().toList();

        assertThat(lines).hasSize(2);
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.get("step").textValue()).isEqualTo("label");
        assertThat(first.get("ok").textValue()).isEqualTo("true");
        assertThat(first.get("why").textValue()).isEqualTo("no room");
        assertThat(new ObjectMapper().readTree(lines.get(1))).isEqualTo(new ObjectMapper().readTree(JSON));
    }

    @Test
    void a_line_that_is_none_is_printed_and_by_json_refused_with_its_place() throws IOException {
        Files.write(dir.resolve("route.log"), List.of(PLAIN, "cut off in the"));

        assertThat(CommandRun.of("log", dir.toString()).output()).contains("cut off in the");
        CommandRun json = CommandRun.of("log", dir.toString(), "--json");
        assertThat(json.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(json.error()).contains("route.log:2: found 'cut off in the'; wanted is a line of a route log");
    }
}
