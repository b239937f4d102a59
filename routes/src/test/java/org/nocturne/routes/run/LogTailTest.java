package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T06:45:12.120Z"), ZoneOffset.UTC);
    private static final String WHOLE = """
            22:14:03.120 INFO  relax    cand=c0001 ok é
            22:14:04.120 INFO  label    cand=c0001 ok
            22:14:05.120 INFO  relax    cand=c0002 ok
            22:14:06.120 INFO  label    cand=c0002 ok
            """;

    @TempDir
    Path dir;

    private Path log(String text) throws IOException {
        return Files.writeString(dir.resolve("route.log"), text);
    }

    @Test
    void lines_that_the_store_has_forgotten_are_cut_off_and_kept_beside() throws IOException {
        Path log = log(WHOLE);

        assertThat(LogTail.cut(log, 1, CLOCK)).contains(new LogTail.Cut(3, 2, "route.log.before-20261129T064512.120Z"));

        assertThat(log).hasContent(WHOLE.lines().findFirst().orElseThrow());
        assertThat(dir.resolve("route.log.before-20261129T064512.120Z")).hasContent(WHOLE);
    }

    @Test
    void a_log_that_is_behind_its_store_is_left_as_it_is() throws IOException {
        Path log = log(WHOLE);

        assertThat(LogTail.cut(log, 9, CLOCK)).isEmpty();

        assertThat(log).hasContent(WHOLE);
    }

    @Test
    void zeros_in_the_place_of_lines_are_no_lines() throws IOException {
        String zeros = "\0".repeat(60);
        Path log = log(WHOLE + zeros + "\n22:14:09.120 INFO  label    cand=c0003 ok\n");

        assertThat(LogTail.cut(log, 9, CLOCK).orElseThrow().lines()).isEqualTo(2);

        assertThat(log).hasContent(WHOLE);
    }

    @Test
    void a_folder_without_a_log_has_nothing_to_cut() {
        assertThat(LogTail.cut(dir.resolve("route.log"), 0, CLOCK)).isEmpty();
    }
}
