package org.nocturne.adapters.lammps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.CorrectableCode;
import org.nocturne.adapters.RunToEnd;
import org.nocturne.adapters.launch.Answer;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Corrections;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/** Failures provoked in the real program at this moment, and one that is mended by what is known to help. */
@Tag("lammps")
class LiveLammpsFailuresTest {
    private static final Structure CRYSTAL = RealLammps.diamond(2);

    @TempDir
    Path dir;

    private CorrectableCode code(Map<String, Object> more) {
        RealLammps.assumeInstalled();
        Map<String, Object> settings = RealLammps.siliconSettings();
        settings.putAll(more);
        return new CorrectableCode(new LammpsProvider(), settings, dir);
    }

    private static Task relax(int steps) {
        return new Task.RelaxTask(CRYSTAL, Kelvin.of(300), steps, new Minimisation(0, 1e-3, 5000, 50000), 7);
    }

    private static Outcome.Failed failed(Outcome outcome, Cause... causes) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        Outcome.Failed failed = (Outcome.Failed) outcome;
        assertThat(failed.cause()).as(failed.detail()).isIn((Object[]) causes);
        return failed;
    }

    @Test
    void atoms_at_one_place_are_not_finite() {
        double[] xyz = CRYSTAL.xyzAngstrom();
        System.arraycopy(xyz, 0, xyz, 3, 3);

        Outcome outcome =
                RealLammps.run(code(Map.of()), new Task.LabelTask(CRYSTAL.withPositions(xyz)), dir.resolve("work"));

        failed(outcome, Cause.NOT_FINITE);
    }

    @Test
    void a_step_that_is_too_long_loses_atoms_and_the_corrections_that_are_known_bring_them_back() {
        CorrectableCode code = code(Map.of("timestep-fs", 40));
        Outcome.Failed lost = failed(RealLammps.run(code, relax(200), dir.resolve("1")), Cause.LOST_ATOMS);
        Corrections corrections = Corrections.NONE;
        Outcome outcome = lost;
        for (int attempt = 2; attempt < 5 && outcome instanceof Outcome.Failed again; attempt++) {
            corrections = corrections.and(
                    again.remedies().get(again.remedies().size() - 1).correction());
            int steps = (int) (200 * corrections.steps());
            outcome = RealLammps.run(code.corrected(corrections), relax(steps), dir.resolve(String.valueOf(attempt)));
        }

        Result.Relaxed relaxed = RealLammps.done(Result.Relaxed.class, outcome);
        assertThat(corrections.inWords()).startsWith("timestep-fs*0.5 steps*2 time*2");
        assertThat(relaxed.inherent().energyEv() / CRYSTAL.size()).isBetween(-4.3367, -4.3365);
        assertThat(code.corrected(corrections).method()).isEqualTo(code.method());
    }

    @Test
    void a_run_past_its_time_limit_is_timed_out_and_more_time_may_help() {
        Outcome outcome = new RunToEnd(new LocalLauncher())
                .run(code(Map.of()), relax(50_000_000), "late", dir.resolve("work"), Duration.ofSeconds(1));

        assertThat(failed(outcome, Cause.TIMED_OUT).remedies())
                .singleElement()
                .satisfies(r -> assertThat(r.correction().inWords()).isEqualTo("time*2"));
    }

    @Test
    void a_process_that_is_killed_is_told() throws Exception {
        LocalLauncher launcher = new LocalLauncher();
        CorrectableCode code = code(Map.of());
        Path work = Files.createDirectory(dir.resolve("work"));
        Task task = relax(50_000_000);
        launcher.start("killed", code.prepare(task, "killed", work), work, Duration.ofMinutes(1));
        while (!Files.exists(work.resolve(LammpsInput.LOG))) {
            Thread.sleep(10);
        }
        ProcessHandle.allProcesses()
                .filter(p -> p.info().command().orElse("").endsWith("/lmp"))
                .filter(p -> workOf(p).equals(work))
                .forEach(ProcessHandle::destroyForcibly);
        while (launcher.look("killed", work).ending().isEmpty()) {
            Thread.sleep(10);
        }

        failed(
                code.read(
                        task,
                        "killed",
                        work,
                        launcher.look("killed", work).ending().orElseThrow()),
                Cause.KILLED);
    }

    private static Path workOf(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", String.valueOf(process.pid()), "cwd"));
        } catch (IOException e) {
            return Path.of("gone");
        }
    }

    /** LAMMPS does not notice: its dump is cut short and the exit code is 0. */
    @Test
    void a_full_disk_is_told() throws IOException {
        CorrectableCode code = code(Map.of());
        Path small = Files.createDirectory(dir.resolve("small"));
        assumeTrue(
                answers("mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", small.toString()),
                "SKIPPED: no small disk can be mounted here; that needs root");
        Task.ReplicaTask task = new Task.ReplicaTask(CRYSTAL, Kelvin.of(300), Kelvin.of(300), 10, 100, 10, 1, 7);

        Outcome outcome = RealLammps.run(code, task, small.resolve("work"));

        failed(outcome, Cause.DISK_FULL);
    }

    @AfterEach
    void unmount() throws IOException {
        if (Files.exists(dir.resolve("small"))) {
            // Lazily: the wrapper may be on its way out of there.
            answers("umount", "-l", dir.resolve("small").toString());
        }
    }

    private static boolean answers(String... command) throws IOException {
        return Programs.answer(List.of(command), Map.of(), Duration.ofSeconds(10))
                .filter(Answer::succeeded)
                .isPresent();
    }
}
