package org.nocturne.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nocturne.core.crash.CrashPoint;

class ReliabilityPageTest {
    @Test
    void the_page_tells_every_crash_point_and_what_has_been_done_there() {
        Page page = Page.of("docs/reliability.md");

        assertThat(page.all("^(\\| `[A-Z_]+` \\| .* \\|)$"))
                .containsExactlyElementsOf(Arrays.stream(CrashPoint.values())
                        .map(point -> "| `" + point + "` | " + point.meaning() + " |")
                        .toList());
    }
}
