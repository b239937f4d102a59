package org.nocturne.routes.cli.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.BatchRuns;
import org.nocturne.adapters.script.Codes;
import org.nocturne.docs.Page;

/** The lines that docs/adapters.md gives for batches, in a file with what every adapter has. */
class BatchesPageTest {
    private static final String HEAD = """
            name: many
            about: from the page
            version: {arguments: [-W, version], pattern: 'awk\\s+(\\S+)'}
            cell: any
            settings: {command: {default: [awk], about: the program}}
            potential: none
            """;

    @TempDir
    Path dir;

    @Test
    void its_lines_make_a_code_that_takes_200_structures_at_once() throws Exception {
        String lines = Page.of("docs/adapters.md").snippets("yaml").stream()
                .filter(snippet -> snippet.startsWith("batch:"))
                .findFirst()
                .orElseThrow();
        Files.writeString(Files.createDirectory(dir.resolve("adapters")).resolve("many.yaml"), HEAD + lines);
        assertThat(Codes.near(dir)
                        .find("many")
                        .orElseThrow()
                        .open(Map.of(), dir)
                        .batches())
                .map(BatchRuns::most)
                .contains(200);
    }
}
