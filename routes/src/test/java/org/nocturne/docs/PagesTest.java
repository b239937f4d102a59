package org.nocturne.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

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
        for (String link : page.all("\\]\\((?!http)([^)#]+)\\)")) {
            assertThat(page.file().resolveSibling(link)).exists();
        }
    }

    @Test
    void there_are_pages() {
        assertThat(pages()).hasSizeGreaterThan(15);
    }
}
