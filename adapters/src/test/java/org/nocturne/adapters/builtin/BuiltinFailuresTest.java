package org.nocturne.adapters.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.RunToEnd;
import org.nocturne.adapters.Runs;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Task;

/** Each way in which a run can go wrong, provoked, and the cause that comes out. */
class BuiltinFailuresTest {
    @TempDir
    Path dir;

    private final Structure crystal = Crystals.silicon(5.431, 2);

    @Test
    void atoms_at_one_place() {
        double[] xyz = crystal.xyzAngstrom();
        System.arraycopy(xyz, 0, xyz, 3, 3);

        requireFailure(run(code(Map.of()), new Task.LabelTask(crystal.withPositions(xyz))), Cause.NOT_FINITE, "energy");
    }

    @Test
    void a_time_step_that_blows_up() {
        Task task = new Task.RelaxTask(crystal, Kelvin.of(300), 1000, Minimisation.TIGHT, 1);

        requireFailure(run(code(Map.of("timestep-fs", 40)), task), Cause.NOT_FINITE, "of 40.0 fs");
    }

    @Test
    void a_minimisation_cut_short() {
        double[] push = new double[3 * crystal.size()];
        push[0] = 0.2;
        Task task = new Task.MinimiseTask(crystal.displaced(push), new Minimisation(0, 1e-4, 2, 100));

        requireFailure(run(code(Map.of()), task), Cause.NOT_CONVERGED, "after 2 iterations");
    }

    @Test
    void a_task_it_cannot_do_and_an_element_it_does_not_know() {
        requireFailure(
                run(code(Map.of()), new Task.CellTask(crystal, Kelvin.of(300), 0, 10, 10, 1, 1)),
                Cause.BAD_INPUT,
                "no barostat");
        requireFailure(
                run(code(Map.of()), new Task.LabelTask(Crystals.argon(5.4, 2))), Cause.BAD_INPUT, "no entry Ar Ar Ar");
    }

    @Test
    void a_time_limit() {
        Task task = new Task.RelaxTask(crystal, Kelvin.of(300), 100_000_000, Minimisation.TIGHT, 1);
        Outcome outcome = new RunToEnd(new LocalLauncher())
                .run(code(Map.of()), task, "t" + System.nanoTime(), dir.resolve("work"), Duration.ofSeconds(1));

        requireFailure(outcome, Cause.TIMED_OUT, "");
    }

    /** What Java prints when it cannot go on, as it was seen, with the exit code it leaves. */
    @Test
    void what_java_says_before_it_ends() throws IOException {
        requireExplained(3, "Terminating due to java.lang.OutOfMemoryError: Java heap space", Cause.OUT_OF_MEMORY);
        requireExplained(
                1, "Exception in thread \"main\" java.io.IOException: No space left on device", Cause.DISK_FULL);
        requireExplained(
                1,
                "Error: Could not find or load main class org.nocturne.adapters.builtin.EngineMain",
                Cause.MISSING_PROGRAM);
        requireExplained(1, "something else", Cause.BAD_EXIT);
    }

    /** Seen on a small disk: the file of frames is cut short, and nothing is left for a word about it. */
    @Test
    void a_disk_that_is_full_and_leaves_no_room_to_say_so() throws IOException {
        Path work = Files.createDirectories(dir.resolve("full"));
        Files.createFile(work.resolve(".command.err"));
        Builtin code = new Builtin(
                BuiltinSettings.of(Crystals.stillingerWeber(), dir), new BuiltinProvider().failures(dir), any -> 0);

        requireFailure(
                code.read(new Task.LabelTask(crystal), "token", work, Finished.byItself(1, Duration.ZERO)),
                Cause.DISK_FULL,
                "0 bytes left");
    }

    @Test
    void a_task_of_another_version_is_not_computed() throws IOException {
        Code code = code(Map.of());
        Path work = Files.createDirectory(dir.resolve("work"));
        Task task = new Task.LabelTask(crystal);
        code.prepare(task, "token", work);
        Path file = work.resolve(TaskFile.NAME);
        Files.writeString(
                file, Files.readString(file).replace("\"version\" : \"" + Builtin.VERSION, "\"version\" : \"0"));

        assertThatThrownBy(() -> EngineMain.main(new String[] {work.toString()}))
                .hasMessageContaining("version 0");
        requireFailure(
                code.read(task, "token", work, Finished.byItself(1, Duration.ZERO)), Cause.BAD_INPUT, "version 0");
    }

    @Test
    void frames_that_are_not_those_of_the_page() throws IOException {
        Code code = code(Map.of());
        Path work = Files.createDirectory(dir.resolve("work"));
        Task task = new Task.MinimiseTask(crystal, Minimisation.TIGHT);
        code.prepare(task, "token", work);
        EngineMain.main(new String[] {work.toString()});
        Finished well = Finished.byItself(0, Duration.ofSeconds(1));
        assertThat(code.read(task, "token", work, well)).isInstanceOf(Outcome.Done.class);

        Path frames = work.resolve(FrameFile.INHERENT);
        Files.writeString(frames, Files.readString(frames).replaceFirst("5", "6"));
        requireFailure(code.read(task, "token", work, well), Cause.UNREADABLE_OUTPUT, FrameFile.INHERENT);

        Files.delete(frames);
        requireFailure(code.read(task, "token", work, well), Cause.UNREADABLE_OUTPUT, FrameFile.INHERENT);
    }

    @Test
    void a_result_of_another_task() throws IOException {
        Code code = code(Map.of());
        Path work = Files.createDirectory(dir.resolve("work"));
        code.prepare(new Task.LabelTask(crystal), "token", work);
        EngineMain.main(new String[] {work.toString()});

        requireFailure(
                code.read(
                        new Task.MinimiseTask(crystal, Minimisation.TIGHT),
                        "token",
                        work,
                        Finished.byItself(0, Duration.ofSeconds(1))),
                Cause.UNREADABLE_OUTPUT,
                FrameFile.INHERENT);
        requireFailure(
                code.read(
                        new Task.LabelTask(Crystals.silicon(5.431, 1)),
                        "token",
                        work,
                        Finished.byItself(0, Duration.ofSeconds(1))),
                Cause.WRONG_ATOM_COUNT,
                "64 atoms; 8 were given");
    }

    private void requireExplained(int exitCode, String stderr, Cause cause) throws IOException {
        Path work = Files.createDirectories(dir.resolve("explained"));
        Files.write(work.resolve(".command.err"), List.of(stderr));
        Finished run = Finished.byItself(exitCode, Duration.ofSeconds(1));

        requireFailure(code(Map.of()).read(new Task.LabelTask(crystal), "token", work, run), cause, stderr);
    }

    private Code code(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Crystals.stillingerWeber());
        settings.putAll(more);
        return Crystals.open(settings, dir);
    }

    private Outcome run(Code code, Task task) {
        return Runs.run(code, task, dir.resolve("work"));
    }

    private static void requireFailure(Outcome outcome, Cause cause, String saying) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.cause()).isEqualTo(cause);
            assertThat(failed.detail()).contains(saying);
        });
    }
}
