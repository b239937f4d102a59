package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Outcome;

class DiskFullTest {
    @TempDir
    Path dir;

    private Outcome.Failed told(Cause cause) {
        Outcome outcome = DiskFull.told(new Outcome.Failed(cause, "log.lammps is cut short", dir), dir);
        return outcome.fold(
                done -> {
                    throw new AssertionError("it has failed");
                },
                failed -> failed);
    }

    @ParameterizedTest
    @CsvSource({
        "UNREADABLE_OUTPUT, DISK_FULL",
        "BAD_EXIT, DISK_FULL",
        "LOST_ATOMS, LOST_ATOMS",
        "TIMED_OUT, TIMED_OUT",
    })
    void a_broken_output_of_a_run_that_ended_without_room_is_explained_by_that(Cause seen, Cause told)
            throws Exception {
        Files.write(dir.resolve(".command.room"), new byte[100]);

        assertThat(told(seen).cause()).isEqualTo(told);
        assertThat(told(seen).detail()).endsWith("log.lammps is cut short");
    }

    @Test
    void with_room_it_is_what_it_looks_like() throws Exception {
        assertThat(told(Cause.UNREADABLE_OUTPUT).cause()).isEqualTo(Cause.UNREADABLE_OUTPUT);
        Files.write(dir.resolve(".command.room"), new byte[4096]); // the wrapper was killed before it gave them back
        assertThat(told(Cause.UNREADABLE_OUTPUT).cause()).isEqualTo(Cause.UNREADABLE_OUTPUT);
    }

    @Test
    void what_java_throws_is_known_by_the_words_of_the_system() {
        IOException full = new FileSystemException("frames/c0001.extxyz", null, "No space left on device");

        assertThat(DiskFull.isBehind(new IllegalStateException("a step failed", full)))
                .isTrue();
        assertThat(DiskFull.isBehind(new IOException("Permission denied"))).isFalse();
    }
}
