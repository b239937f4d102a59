package org.nocturne.routes.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.nocturne.routes.cli.step.CommandRun;

/**
 * Samples before a reference of a liquid or a glass.
 *
 * @param settings of the code
 */
record SamplesBench(Path reference, Path settings, int kelvin) {

    CommandRun run(Path samples, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "bench",
                "variance",
                "--samples",
                samples.toString(),
                "--reference",
                reference.toString(),
                "--temperatures",
                Integer.toString(kelvin),
                "--settings",
                settings.toString()));
        words.addAll(List.of(more));
        return CommandRun.of(words.toArray(String[]::new));
    }

    List<JsonNode> gates(Path samples) throws IOException {
        CommandRun run = run(samples, "--json");
        assertThat(run.error()).isEmpty();
        return StreamSupport.stream(
                        new ObjectMapper().readTree(run.output()).get("gates").spliterator(), false)
                .toList();
    }

    /** Names of the lines that fail. */
    List<String> failed(Path samples) throws IOException {
        return gates(samples).stream()
                .filter(g -> g.get("verdict").asText().equals("fail"))
                .map(g -> g.get("name").asText())
                .toList();
    }
}
