package org.nocturne.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nocturne.adapters.example.WellProvider;

/** What the page shows is cut from a code that passes the contract. */
class AddingACodePageTest {
    private static final Path ROOT = Path.of(System.getProperty("nocturne.root"));
    private static final Pattern SNIPPET = Pattern.compile("^```java\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/adding-a-code.md"));
    }

    /** Without what tells only how deep a line stands. */
    private static String flat(String text) {
        return text.lines().map(String::strip).filter(l -> !l.isEmpty()).reduce("", (a, b) -> a + "\n" + b);
    }

    @Test
    void every_piece_of_java_is_cut_from_the_example() throws IOException {
        StringBuilder example = new StringBuilder();
        try (Stream<Path> files = Files.list(ROOT.resolve("adapters/src/test/java/org/nocturne/adapters/example"))) {
            for (Path file : files.toList()) {
                example.append(flat(Files.readString(file)));
            }
        }
        List<String> snippets =
                SNIPPET.matcher(page()).results().map(found -> found.group(1)).toList();

        assertThat(snippets).hasSizeGreaterThan(3);
        assertThat(snippets)
                .allSatisfy(snippet -> assertThat(example.toString()).contains(flat(snippet)));
    }

    @Test
    void the_service_line_names_the_provider() throws IOException {
        assertThat(page())
                .contains("\n" + WellProvider.class.getName() + "\n")
                .contains("META-INF/services/" + CodeProvider.class.getName());
    }
}
