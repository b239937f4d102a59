package org.nocturne.adapters.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nocturne.core.work.Cause;

class WorkFilesTest {
    @TempDir
    Path dir;

    /** Of a limit of one second: the clock by which the time is taken may be behind the one by which the limit is kept. */
    @ParameterizedTest
    @CsvSource({"1.00, 124, true", "0.99, 124, true", "0.99, 137, true", "0.90, 137, false", "3.00, 1, false"})
    void a_time_limit_is_known_by_exit_code_and_time(String took, int code, boolean timedOut) throws Exception {
        Files.writeString(dir.resolve(".command.took"), took + "\n");
        Begin begin = new Begin(17, 4711, Duration.ofSeconds(1), dir.resolve(".command.begin"));

        Finished finished = new WorkFiles(dir).finished(begin, code);

        assertThat(finished.endedBy()).isEqualTo(timedOut ? Optional.of(Cause.TIMED_OUT) : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "4095, true", "4096, false"})
    void a_block_that_could_not_be_written_whole_tells_of_a_full_disk(int bytes, boolean without) throws Exception {
        if (bytes >= 0) {
            Files.write(dir.resolve(".command.room"), new byte[bytes]);
        }

        assertThat(new WorkFiles(dir).endedWithoutRoom()).isEqualTo(without);
    }
}
