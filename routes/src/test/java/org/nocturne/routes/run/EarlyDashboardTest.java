package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.routes.dashboard.Dashboard;

/** Whoever asks for the page in the first moment of a runner gets it in the next. */
class EarlyDashboardTest {
    @TempDir
    Path dir;

    @Test
    void a_runner_that_has_just_begun_is_asked_again() {
        AtomicInteger asked = new AtomicInteger();
        try (ControlSocket socket = ControlSocket.listen(
                dir, word -> asked.incrementAndGet() < 3 ? "\"unknown: dashboard??\"" : "\"http://127.0.0.1:8080/\"")) {
            assertThat(Dashboard.ofRunner(new CampaignFolder(dir), 0)).contains("http://127.0.0.1:8080/");
        }
        assertThat(asked).hasValue(3);
    }

    @Test
    void what_it_refuses_is_told_at_once() {
        try (ControlSocket socket = ControlSocket.listen(dir, word -> "\"refused: Address already in use\"")) {
            assertThatThrownBy(() -> Dashboard.ofRunner(new CampaignFolder(dir), 80))
                    .hasMessageContaining("the runner opens no dashboard: refused: Address already in use");
        }
    }
}
