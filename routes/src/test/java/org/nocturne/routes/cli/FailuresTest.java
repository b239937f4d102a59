package org.nocturne.routes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nocturne.core.port.ForcesException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailuresTest {
    private final StringWriter told = new StringWriter();

    @Command
    private static final class Nothing {}

    private int handled(Exception e) {
        CommandLine command = new CommandLine(new Nothing()).setErr(new PrintWriter(told, true));
        return new Failures().handleExecutionException(e, command, command.parseArgs());
    }

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of(new NoSuchFileException("/data/a.xyz"), "nocturne: /data/a.xyz: there is no such file"),
                Arguments.of(
                        new UncheckedIOException(new NoSuchFileException("b.xyz")),
                        "nocturne: b.xyz: there is no such file"),
                Arguments.of(
                        new FileAlreadyExistsException("lib.json"),
                        "nocturne: lib.json: is there already, and in the way of a file or folder to be made"),
                Arguments.of(
                        new AccessDeniedException("/data/c.xyz"),
                        "nocturne: /data/c.xyz: may not be opened by this user"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_the_file_system_refuses_is_told_in_words(Exception e, String message) {
        assertThat(handled(e)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(told.toString().strip()).isEqualTo(message);
    }

    @Test
    void a_full_disk_has_a_code_of_its_own_wherever_it_was_met() {
        assertThat(handled(new UncheckedIOException(
                        new FileSystemException("report.html", null, "No space left on device"))))
                .isEqualTo(ExitCode.NO_ROOM);
        assertThat(handled(new IllegalStateException("x", new IOException("Disk quota exceeded"))))
                .isEqualTo(ExitCode.NO_ROOM);
    }

    @Test
    void forces_that_fail_are_a_calculation_that_failed() {
        assertThat(handled(new ForcesException("the model's force x on atom 1 is NaN")))
                .isEqualTo(ExitCode.CAMPAIGN_FAILED);
        assertThat(told.toString().strip()).isEqualTo("nocturne: the model's force x on atom 1 is NaN");
    }

    @Test
    void what_nobody_foresaw_is_a_fault() {
        assertThat(handled(new IOException("Stream closed"))).isEqualTo(ExitCode.FAULT);
        assertThat(handled(new IllegalStateException("nowhere"))).isEqualTo(ExitCode.FAULT);
    }
}
