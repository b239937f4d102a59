package org.nocturne.adapters.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Answer;
import org.nocturne.adapters.launch.Finished;

/** A job may end between the look at its files and the answer of the queue. */
class LateExitCodeTest {
    private static final Patience NONE =
            new Patience(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1), Duration.ZERO);

    @TempDir
    Path dir;

    private final String token = UUID.randomUUID().toString();

    /** The job leaves its exit code while squeue is at work. */
    private final class EndsMeanwhile extends SlurmPrograms {
        @Override
        Optional<Answer> run(List<String> command) throws IOException {
            Files.writeString(dir.resolve(".exitcode"), "0\n");
            return Optional.of(new Answer(0, "7|COMPLETED|None|nocturne-" + token + "\n", ""));
        }
    }

    @Test
    void what_ended_while_the_queue_was_asked_is_not_said_to_have_left_no_exit_code() throws IOException {
        Files.writeString(dir.resolve(".command.begin"), "7 0 " + token + " 60.000\n");
        SlurmLauncher launcher = new SlurmLauncher(SlurmSettings.ofTheCluster(), new EndsMeanwhile(), NONE);

        assertThat(launcher.look(token, dir).ending())
                .get()
                .extracting(Finished::exitCode)
                .isEqualTo(0);
    }
}
