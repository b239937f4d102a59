package org.nocturne.routes.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README tells a newcomer to type can be typed, and what it points to is there. */
class ReadmeTest {
    private static final Path ROOT = Path.of(System.getProperty("nocturne.root"));

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    static List<String> commands() throws IOException {
        return readme().lines()
                .filter(line -> line.startsWith("./nocturne "))
                .map(line -> line.replaceFirst("#.*", "")
                        .replaceFirst("^./nocturne ", "")
                        .strip())
                .filter(line -> !line.equals("test")) // the launcher's own
                .toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_of_the_readme_is_understood(String command) {
        assertThatCode(() -> NocturneCli.commandLine().parseArgs(command.split("\\s+")))
                .doesNotThrowAnyException();
    }

    static Stream<String> links() throws IOException {
        Matcher link = Pattern.compile("\\]\\(([^)#]+)\\)").matcher(readme());
        return link.results().map(r -> r.group(1)).filter(l -> !l.startsWith("http"));
    }

    @ParameterizedTest
    @MethodSource("links")
    void every_link_of_the_readme_leads_somewhere(String link) {
        assertThat(ROOT.resolve(link)).exists();
    }

    @Test
    void the_readme_has_commands_and_links() throws IOException {
        assertThat(commands()).hasSizeGreaterThan(8);
        assertThat(links().toList()).hasSizeGreaterThan(5);
    }
}
