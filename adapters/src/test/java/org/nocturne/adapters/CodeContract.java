package org.nocturne.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Command;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.port.Forces;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/**
 * What the engine assumes of every code, and nothing more. A site proves its adapter by extending this class, from the test-jar
 * of nocturne-adapters with JUnit and AssertJ on its own test path:
 *
 * <pre>{@code
 * class CastepTest extends CodeContract {
 *     @Override protected Code subject(Path campaignDir) { return new CastepProvider().open(settings(), campaignDir); }
 *     @Override protected Structure sample() { return silicon(); }
 * }
 * }</pre>
 */
public abstract class CodeContract {
    private static final Finished ENDED_WELL = Finished.byItself(0, Duration.ofSeconds(1));

    @TempDir
    protected Path dir;

    /** Inputs may be links; JUnit warns of every one that leads out of its temporary directory. */
    @AfterEach
    void removeLinks() throws IOException {
        try (Stream<Path> all = Files.walk(dir)) {
            for (Path link : all.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    /** The code under test, opened as a campaign opens it. */
    protected abstract Code subject(Path campaignDir);

    /** A small structure, off its equilibrium so that forces are not zero. */
    protected abstract Structure sample();

    /** Time limit of one run. */
    protected Duration limit() {
        return Duration.ofSeconds(60);
    }

    /** How well energies repeat and forces are gradients: 1e-6 for a potential, more for a self-consistent code. */
    protected double tolerance() {
        return 1e-6;
    }

    @Test
    void the_method_is_named_and_the_same_each_time() {
        var method = subject(dir).method();

        assertThat(method.code()).isNotBlank();
        assertThat(method.version()).isNotBlank();
        assertThat(method.potential()).isNotBlank();
        assertThat(method.id()).hasSize(12);
        assertThat(subject(dir).method()).isEqualTo(method);
    }

    @Test
    void inputs_are_written_into_the_work_directory_and_nothing_is_started() throws IOException {
        Path work = Files.createDirectory(dir.resolve("work"));
        Code code = subject(dir);

        Command command = code.prepare(label(), "token-1", work);
        Command again = code.prepare(label(), "token-1", work);

        assertThat(again).isEqualTo(command);
        assertThat(Programs.find(command.arguments().get(0))).isPresent();
        assertThat(files(work)).isNotEmpty();
        assertThat(code.read(label(), "token-1", work, ENDED_WELL)).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void a_label_is_finite_complete_and_repeats() {
        Code code = subject(dir);
        Label first = labelled(code, sample(), "a");
        Label second = labelled(code, sample(), "b");

        assertThat(first.energyEv()).isFinite();
        assertThat(first.forcesEvPerAngstrom()).hasSize(3 * sample().size());
        assertThat(Arrays.stream(first.forcesEvPerAngstrom()).allMatch(Double::isFinite))
                .isTrue();
        assertThat(second.energyEv()).isCloseTo(first.energyEv(), within(tolerance() * sample().size()));
    }

    @Test
    void forces_are_minus_the_gradient_of_the_energy() {
        Code code = subject(dir);
        double h = 1e-3;
        double[] step = new double[3 * sample().size()];
        step[0] = h;
        double ahead = labelled(code, sample().displaced(step), "ahead").energyEv();
        step[0] = -h;
        double behind = labelled(code, sample().displaced(step), "behind").energyEv();

        // The central difference itself is off by h^2 times a third derivative of some 100 eV/angstrom^3 over six.
        assertThat(labelled(code, sample(), "here").forcesEvPerAngstrom()[0])
                .isCloseTo(-(ahead - behind) / (2 * h), within(tolerance() + 1e-4));
    }

    @Test
    void minimisation_goes_down_to_small_forces() throws IOException {
        Code code = subject(dir);
        Task task = new Task.MinimiseTask(sample(), Minimisation.TIGHT);
        assumeExpressible(code, task);
        Outcome outcome = run(code, task, "minimise");
        InherentStructure found = result(Result.Minimised.class, outcome).inherent();

        assertThat(found.energyEv())
                .isLessThan(labelled(code, sample(), "start").energyEv());
        assertThat(found.maxForceEvPerAngstrom()).isLessThan(1e-3);
        assertThat(found.structure().species()).isEqualTo(sample().species());
        assertThat(labelled(code, found.structure(), "end").energyEv())
                .isCloseTo(found.energyEv(), within(tolerance() * sample().size()));
    }

    @Test
    void a_relax_step_gives_a_thermal_frame_above_its_inherent_structure() throws IOException {
        Code code = subject(dir);
        Task task = new Task.RelaxTask(sample(), Kelvin.of(300), 50, Minimisation.TIGHT, 7);
        assumeExpressible(code, task);
        Outcome outcome = run(code, task, "relax");
        Result.Relaxed relaxed = result(Result.Relaxed.class, outcome);

        double thermal = relaxed.thermal().label().energyEv();
        assertThat(relaxed.inherent().energyEv()).isLessThan(thermal);
        assertThat(relaxed.temperatureReachedK()).isPositive();
        assertThat(labelled(code, relaxed.thermal().structure(), "thermal").energyEv())
                .isCloseTo(thermal, within(tolerance() * sample().size()));
    }

    @Test
    void a_quench_gives_a_thermal_frame_above_its_inherent_structure() throws IOException {
        Code code = subject(dir);
        Task task = new Task.QuenchTask(sample(), Kelvin.of(1500), 0.05, Kelvin.of(300), 20_000, Minimisation.TIGHT, 7);
        assumeExpressible(code, task);
        Result.Quenched quenched = result(Result.Quenched.class, run(code, task, "quench"));

        double thermal = quenched.thermal().label().energyEv();
        assertThat(quenched.inherent().energyEv()).isLessThan(thermal);
        assertThat(quenched.thermal().temperature()).isEqualTo(Kelvin.of(300));
        assertThat(quenched.melted().species()).isEqualTo(sample().species());
        assertThat(labelled(code, quenched.thermal().structure(), "thermal").energyEv())
                .isCloseTo(thermal, within(tolerance() * sample().size()));
    }

    @Test
    void a_run_can_be_repeated_by_hand() {
        Code code = subject(dir);
        Label first = labelled(code, sample(), "work");
        Path work = dir.resolve("work");

        assertThat(Programs.ask(List.of("bash", work.resolve(".command.sh").toString()), limit()))
                .isPresent();
        Outcome again = code.read(label(), "token-work", work, ENDED_WELL);
        assertThat(result(Result.Labelled.class, again).label().energyEv())
                .isCloseTo(first.energyEv(), within(tolerance() * sample().size()));
    }

    @Test
    void how_a_run_was_ended_comes_first() throws IOException {
        Path work = Files.createDirectory(dir.resolve("work"));
        Code code = subject(dir);
        code.prepare(label(), "t", work);

        for (Cause why : List.of(Cause.TIMED_OUT, Cause.STALLED, Cause.CANCELLED)) {
            Finished ended = new Finished(124, Duration.ofSeconds(1), Optional.of(why));
            assertThat(cause(code.read(label(), "t", work, ended))).isEqualTo(why);
        }
        assertThat(cause(code.read(label(), "t", work, Finished.byItself(127, Duration.ZERO))))
                .isEqualTo(Cause.MISSING_PROGRAM);
        assertThat(cause(code.read(label(), "t", work, Finished.byItself(137, Duration.ZERO))))
                .isEqualTo(Cause.KILLED);
    }

    @Test
    void the_output_of_another_run_is_foreign() {
        Code code = subject(dir);
        labelled(code, sample(), "work");

        assertThat(cause(code.read(label(), "some-other-token", dir.resolve("work"), ENDED_WELL)))
                .isEqualTo(Cause.FOREIGN_OUTPUT);
    }

    /** Files cut in the middle, emptied, filled with rubbish or gone: a wrong number must never come out, nor an exception. */
    @Test
    void damaged_output_never_passes_for_good() throws IOException {
        Code code = subject(dir);
        Path work = dir.resolve("work");
        Label good = labelled(code, sample(), "work");
        for (Path file : files(work)) {
            if (Files.isSymbolicLink(file)) {
                continue;
            }
            byte[] whole = Files.readAllBytes(file);
            byte[] rubbish = "\u0000\u0001 rubbish \n 1 2 nan\n".getBytes(StandardCharsets.UTF_8);
            for (byte[] damaged : List.of(new byte[0], Arrays.copyOf(whole, whole.length / 2), rubbish)) {
                Files.write(file, damaged);
                Outcome outcome = code.read(label(), "token-work", work, ENDED_WELL);
                if (outcome instanceof Outcome.Done done) {
                    assertThat(done.result()).as("with %s damaged", file).isEqualTo(new Result.Labelled(good));
                }
            }
            Files.write(file, whole);
        }
        assertThat(code.read(label(), "token-work", work, ENDED_WELL)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void forces_of_a_living_program_are_those_of_labels() throws IOException {
        Code code = subject(dir);
        Path living = dir.resolve("living");
        double[] push = new double[3 * sample().size()];
        push[0] = 0.05;
        push[push.length - 1] = -0.03;
        Optional<Forces> offered = code.forces(sample(), living, limit());
        if (offered.isEmpty()) {
            abort("SKIPPED: the code keeps no program alive for forces");
        }
        try (Forces forces = offered.get()) {
            for (double[] u : List.of(new double[push.length], push)) {
                Label label = labelled(code, sample().displaced(u), "at-" + u[0]);
                Forces.Evaluation found = forces.at(u);
                for (int k = 0; k < u.length; k++) {
                    assertThat(found.forcesEvPerAngstrom()[k])
                            .isCloseTo(label.forcesEvPerAngstrom()[k], within(tolerance() + 1e-9));
                }
                if (forces.hasEnergy()) {
                    assertThat(found.energyEv()).isCloseTo(label.energyEv(), within(tolerance() * sample().size()));
                }
            }
        }
        assertThat(living).doesNotExist();
    }

    private Task label() {
        return new Task.LabelTask(sample());
    }

    private Label labelled(Code code, Structure structure, String name) {
        return result(Result.Labelled.class, run(code, new Task.LabelTask(structure), name))
                .label();
    }

    private Outcome run(Code code, Task task, String name) {
        String token = "token-" + name;
        return new RunToEnd(new LocalLauncher()).run(code, task, token, dir.resolve(name), limit());
    }

    /** A code need not know every task; it says so in prepare. */
    private void assumeExpressible(Code code, Task task) throws IOException {
        try {
            code.prepare(task, "token-probe", Files.createDirectory(dir.resolve("probe")));
        } catch (IllegalArgumentException e) {
            abort("SKIPPED: the code cannot express this task: " + e.getMessage());
        }
    }

    private static Cause cause(Outcome outcome) {
        return outcome.fold(
                done -> {
                    throw new AssertionError("passed for good: " + done);
                },
                Outcome.Failed::cause);
    }

    private static <R extends Result> R result(Class<R> kind, Outcome outcome) {
        return outcome.fold(done -> kind.cast(done.result()), failed -> {
            throw new AssertionError(failed.cause() + ": " + failed.detail() + " in " + failed.workDir());
        });
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
