package org.nocturne.routes.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Test;
import org.nocturne.routes.run.RouteLogLine;
import org.nocturne.routes.run.Status;
import org.nocturne.routes.run.StatusFixture;

class ScreensTest {
    private static final Status STATUS = StatusFixture.begun();
    private final ByteArrayOutputStream drawn = new ByteArrayOutputStream();

    private Terminal terminal(int columns, int rows) throws Exception {
        Terminal terminal = TerminalBuilder.builder()
                .system(false)
                .streams(new ByteArrayInputStream(new byte[0]), drawn)
                .type("xterm")
                .encoding(StandardCharsets.UTF_8)
                .build();
        terminal.setSize(new Size(columns, rows));
        return terminal;
    }

    private static List<RouteLogLine> lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(k -> new RouteLogLine(
                        k,
                        Map.of(
                                "at",
                                "22:14:03.120",
                                "level",
                                "INFO",
                                "step",
                                "relax",
                                "campaign",
                                "night",
                                "cand",
                                "c" + k)))
                .toList();
    }

    @Test
    void a_terminal_shows_where_it_stands_and_as_many_new_lines_as_there_is_room_for() throws Exception {
        try (Screen screen = new TerminalScreen(terminal(80, 16))) {
            screen.show(STATUS, lines(100, 140));
        }

        String seen = drawn.toString(StandardCharsets.UTF_8);
        assertThat(seen).contains("night: running", "{proposed=1} of 20", "14:03.120 relax cand=c139");
        assertThat(seen).doesNotContain("c100 ", "cand=c120");
    }

    @Test
    void what_has_not_changed_is_not_drawn_again() throws Exception {
        try (Screen screen = new TerminalScreen(terminal(80, 40))) {
            screen.show(STATUS, List.of());
            int before = drawn.size();
            screen.show(STATUS, lines(1, 2));

            String more = drawn.toString(StandardCharsets.UTF_8).substring(before);
            assertThat(more).contains("cand=c1").doesNotContain("night: running");
        }
    }

    @Test
    void no_line_is_wider_than_the_terminal_and_a_tiny_one_shows_what_it_can() throws Exception {
        try (Screen screen = new TerminalScreen(terminal(20, 4))) {
            screen.show(STATUS, lines(1, 5));
        }

        String seen = drawn.toString(StandardCharsets.UTF_8);
        assertThat(seen).contains("campaign    night:").doesNotContain("night: running", "relax");
    }

    @Test
    void without_a_terminal_there_is_a_line_whenever_it_has_got_further() {
        StringWriter out = new StringWriter();
        try (Screen screen = new PlainScreen(new PrintWriter(out))) {
            screen.show(STATUS, List.of());
            screen.show(STATUS, lines(1, 5));
        }

        assertThat(out.toString())
                .isEqualTo(
                        "night running: candidates {proposed=1} of 20, models 0, rounds 0, failures {NOT_FINITE=2}\n");
    }
}
