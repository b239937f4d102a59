package org.nocturne.adapters.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.port.ProcessLauncher;
import org.nocturne.core.port.ProcessLauncher.Phase;
import org.nocturne.core.port.ProcessLauncher.Program;
import org.nocturne.core.port.ProcessLauncher.Standing;

class LocalProcessesTest {
    private final ProcessLauncher launcher = new LocalProcesses(new LocalLauncher());
    private final String token = "test-" + UUID.randomUUID();

    @TempDir
    Path dir;

    private void start(String script) {
        launcher.start(
                token, new Program(List.of("bash", "-c", script), Map.of("WORD", "a b")), dir, Duration.ofMinutes(1));
    }

    private Standing ended() throws InterruptedException {
        Standing standing = launcher.look(token, dir);
        while (standing.phase() == Phase.RUNNING) {
            Thread.sleep(5);
            standing = launcher.look(token, dir);
        }
        return standing;
    }

    @Test
    void a_program_runs_in_its_folder_with_its_environment() throws Exception {
        assertThat(launcher.look(token, dir).phase()).isEqualTo(Phase.NEVER_STARTED);

        start("echo \"$WORD\" > said");

        assertThat(ended().phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(dir.resolve("said")).hasContent("a b");
    }

    @Test
    void a_failure_says_how_it_ended_and_where_its_errors_are() throws Exception {
        start("echo broken >&2; exit 7");

        Standing standing = ended();

        assertThat(standing.phase()).isEqualTo(Phase.FAILED);
        assertThat(standing.ending()).startsWith("exit code 7");
        assertThat(Files.readString(standing.errors())).isEqualTo("broken\n");
    }

    @Test
    void one_that_is_ended_is_gone() throws Exception {
        start("sleep 60");
        assertThat(launcher.look(token, dir).phase()).isEqualTo(Phase.RUNNING);

        launcher.end(token, dir);

        assertThat(ended().phase()).isEqualTo(Phase.FAILED);
    }
}
