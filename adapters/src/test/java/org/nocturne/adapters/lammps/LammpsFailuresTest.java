package org.nocturne.adapters.lammps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/** What real LAMMPS left behind when it failed, and what is made of it. Each case has a NOTE with the command and its exit code. */
class LammpsFailuresTest {
    private static final Kelvin ROOM = Kelvin.of(300);
    private static final Task LABEL = new Task.LabelTask(RealLammps.diamond(1));
    private static final Task MINIMISE = new Task.MinimiseTask(RealLammps.diamond(1), Minimisation.TIGHT);
    private static final Task REPLICA = new Task.ReplicaTask(RealLammps.diamond(1), ROOM, ROOM, 4, 3, 4, 1, 5);

    @TempDir
    Path dir;

    @ParameterizedTest(name = "{0} is {3}")
    @CsvSource(textBlock = """
            # case,            task,     exit code, cause,             the detail holds
            nan-thermo,        label,    0,         NOT_FINITE,        PotEng
            lost-ignore,       label,    0,         LOST_ATOMS,        of 8 atoms
            lost-error,        label,    1,         LOST_ATOMS,        original 8 current 0
            alpha-zero,        minimise, 0,         NOT_CONVERGED,     linesearch alpha is zero
            max-iterations,    minimise, 0,         NOT_CONVERGED,     max iterations
            at-minimum,        minimise, 0,         NOT_CONVERGED,     max iterations
            empty-input,       label,    0,         UNREADABLE_OUTPUT, no DONE mark
            no-run,            label,    0,         UNREADABLE_OUTPUT, 0 runs
            error-only-in-log, label,    1,         BAD_INPUT,         no_such_command
            missing-potential, label,    1,         MISSING_PROGRAM,   absent.sw
            unknown-pair-style,label,    1,         BAD_INPUT,         snap
            no-path,           label,    1,         BAD_EXIT,          exit code 1
            sigkill,           replica,  137,       KILLED,            signal 9
            sigkill,           replica,  -1,        KILLED,            no exit code
            time-limit,        replica,  124,       BAD_EXIT,          exit code 124
            too-few-steps,     replica,  0,         UNREADABLE_OUTPUT, at step 8
            truncated-dump,    replica,  0,         UNREADABLE_OUTPUT, frames.dump
            wrong-atom-count,  label,    0,         WRONG_ATOM_COUNT,  7 atoms
            foreign-token,     label,    0,         FOREIGN_OUTPUT,    another
            disk-full,         replica,  0,         UNREADABLE_OUTPUT, is cut short
            good-label,        minimise, 0,         NOT_CONVERGED,     not given
            good-label,        replica,  0,         UNREADABLE_OUTPUT, 1 runs
            """)
    void a_failure_comes_out_with_its_cause(String name, String task, int exitCode, Cause cause, String detail)
            throws IOException {
        Outcome outcome = read(name, task, Finished.byItself(exitCode, Duration.ofSeconds(1)), Long.MAX_VALUE);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.cause()).isEqualTo(cause);
            assertThat(failed.detail()).contains(detail);
            assertThat(failed.workDir()).isEqualTo(dir);
        });
    }

    @Test
    void a_full_disk_is_told_from_an_unreadable_output() throws IOException {
        Outcome outcome = read("disk-full", "replica", Finished.byItself(0, Duration.ZERO), 0);

        assertThat(((Outcome.Failed) outcome).cause()).isEqualTo(Cause.DISK_FULL);
    }

    @ParameterizedTest
    @CsvSource({"TIMED_OUT", "STALLED", "CANCELLED"})
    void a_run_that_was_ended_says_why(Cause why) throws IOException {
        Finished ended = new Finished(124, Duration.ofSeconds(1), Optional.of(why));
        Outcome outcome = read("time-limit", "replica", ended, Long.MAX_VALUE);

        assertThat(((Outcome.Failed) outcome).cause()).isEqualTo(why);
    }

    @Test
    void a_stuck_line_search_is_a_minimum_where_the_forces_are_small() throws IOException {
        copy("at-minimum");
        Path log = dir.resolve("log.lammps");
        Files.writeString(log, Files.readString(log).replace("= max iterations", "= linesearch alpha is zero"));

        Outcome outcome = reader(Long.MAX_VALUE).read(MINIMISE, "case", dir, Finished.byItself(0, Duration.ZERO));

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void good_output_is_read() throws IOException {
        Finished ok = Finished.byItself(0, Duration.ofSeconds(1));

        Outcome label = read("good-label", "label", ok, Long.MAX_VALUE);
        assertThat(RealLammps.done(Result.Labelled.class, label).label().energyEv() / 8)
                .isCloseTo(-4.3366, within(1e-4));
        Outcome replica = read("good-replica", "replica", ok, Long.MAX_VALUE);
        assertThat(RealLammps.done(Result.Sampled.class, replica).energiesEv()).hasSize(6);
    }

    /** Whatever is cut off a good output, it must not pass, and nothing may be thrown. */
    @ParameterizedTest
    @CsvSource({"log.lammps, 40", "frames.dump, 1"})
    void no_beginning_of_an_output_passes_for_the_whole(String file, int end) throws IOException {
        copy("good-replica");
        byte[] whole = Files.readAllBytes(dir.resolve(file));
        for (int length = 0; length <= whole.length - end; length += length < whole.length - 300 ? 37 : 1) {
            Files.write(dir.resolve(file), Arrays.copyOf(whole, length));
            Outcome outcome = reader(Long.MAX_VALUE).read(REPLICA, "case", dir, Finished.byItself(0, Duration.ZERO));
            assertThat(outcome).as("cut at %d bytes", length).isInstanceOf(Outcome.Failed.class);
        }
    }

    private Outcome read(String name, String task, Finished run, long usableBytes) throws IOException {
        copy(name);
        Task asked = task.equals("label") ? LABEL : task.equals("minimise") ? MINIMISE : REPLICA;
        return reader(usableBytes).read(asked, "case", dir, run);
    }

    private static LammpsOutput reader(long usableBytes) {
        return new LammpsOutput(1, new LammpsProvider().failures(Path.of("nowhere")), path -> usableBytes);
    }

    private void copy(String name) throws IOException {
        Path from = Path.of("src/test/resources/lammps/20210929", name);
        try (Stream<Path> files = Files.list(from)) {
            List<Path> all = files.toList();
            assertThat(all).as(name).isNotEmpty();
            for (Path file : all) {
                String as = file.getFileName().toString().replace("command.err", ".command.err");
                Files.copy(file, dir.resolve(as), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
