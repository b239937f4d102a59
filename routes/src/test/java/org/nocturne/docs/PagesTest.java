package org.nocturne.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nocturne.routes.cli.NocturneCli;

/** What holds for every page. */
class PagesTest {

    static List<Page> pages() {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void its_commands_are_understood(Page page) {
        for (String line : page.unfolded().all("^\\./nocturne ((?!test\\b).*)$")) { // test is the launcher's own
            String command = line.replaceFirst("#.*", "").strip();

            assertThatCode(() -> NocturneCli.commandLine().parseArgs(command.split("\\s+")))
                    .as(command)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void its_links_lead_somewhere(Page page) {
        assertThat(lost(page)).isEmpty();
    }

    /** Links to files that are not there, and to headings that are not in the page that they name. */
    private static List<String> lost(Page page) {
        return page.links().stream().filter(link -> !leads(page, link)).toList();
    }

    private static boolean leads(Page page, String link) {
        String[] parts = link.split("#", 2);
        Path file = parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]);
        if (parts.length < 2) {
            return Files.exists(file);
        }
        return Files.isRegularFile(file)
                && (parts[0].isEmpty() ? page : Page.of(file.toString()))
                        .anchors()
                        .contains(parts[1]);
    }

    @Test
    void a_lost_link_is_told() {
        Page page = new Page(Page.of("docs/resume.md").file(), """
                # One, `two` and [three](slurm.md)
                ## Again
                ## Again
                [good](reliability.md#bounded-nights) [good](#one-two-and-three) [good](#again-1) `[code](gone.md)`
                [gone](gone.md) [no such heading](reliability.md#nights) [nor here](#again-2)
                ```
                # no heading
                [code](gone.md)
                ```
                [a fence](#no-heading)
                """);

        assertThat(lost(page)).containsExactly("gone.md", "reliability.md#nights", "#again-2", "#no-heading");
    }

    @Test
    void there_are_pages() {
        assertThat(pages()).hasSizeGreaterThan(15);
    }
}
