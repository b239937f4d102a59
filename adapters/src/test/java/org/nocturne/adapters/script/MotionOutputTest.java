package org.nocturne.adapters.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/** What molecular dynamics of an adapter must leave, and what is no whole run. */
class MotionOutputTest {
    private static final String TOKEN = "token-1";
    private static final double HARTREE_EV = 27.211386;
    private static final Structure PAIR =
            new Structure(Cell.cubic(4), List.of(Element.CU, Element.CU), new double[] {0, 0, 0, 2, 2, 2});

    /** Records every 5 steps, of 30. */
    private static final Task.ReplicaTask REPLICA =
            new Task.ReplicaTask(PAIR, Kelvin.of(300), Kelvin.of(300), 20, 3, 10, 1, 7);

    private static final Task.RelaxTask RELAX = new Task.RelaxTask(PAIR, Kelvin.of(300), 4, Minimisation.TIGHT, 7);

    @TempDir
    Path dir;

    private Code code;
    private Path work;

    @BeforeEach
    void open() throws IOException {
        code = mover(text());
        work = Files.createDirectories(dir.resolve("work"));
    }

    private static String text() throws IOException {
        try (var in = MotionOutputTest.class.getResourceAsStream("/motion-adapter.yaml")) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private Code mover(String text) throws IOException {
        Files.writeString(Files.createDirectories(dir.resolve("adapters")).resolve("mover.yaml"), text);
        return Codes.near(dir).find("mover").orElseThrow().open(Map.of(), dir);
    }

    private Outcome read(Task task, Map<String, String> files) throws IOException {
        code.prepare(task, TOKEN, work);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(work.resolve(file.getKey()), file.getValue());
        }
        return code.read(task, TOKEN, work, Finished.byItself(0, Duration.ofSeconds(1)));
    }

    private static String frame(double energy, double moved) {
        return """
                2
                Lattice="4 0 0 0 4 0 0 0 4" Properties=species:S:1:pos:R:3:forces:R:3 energy=%s
                Cu %s 0 0 0.5 0 0
                Cu 2 2 2 -0.5 0 0
                """.formatted(energy, moved);
    }

    private static String records(int count) {
        return IntStream.range(0, count)
                .mapToObj(k -> "record " + (-k) + " " + (100 + k) + "\n")
                .collect(Collectors.joining());
    }

    private static Outcome.Failed failure(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return (Outcome.Failed) outcome;
    }

    private static <R extends Result> R result(Class<R> kind, Outcome outcome) {
        return outcome.fold(done -> kind.cast(done.result()), failed -> {
            throw new AssertionError(failed.toString());
        });
    }

    /** Twelve times the edge of the cell away: positions are taken as the atoms went. */
    @Test
    void a_replica_has_its_frames_and_its_series_without_the_start() throws IOException {
        String frames = frame(1, 0.1) + frame(2, 0.2) + frame(3, 48.3);
        Result.Sampled found =
                result(Result.Sampled.class, read(REPLICA, Map.of("frames.extxyz", frames, "out.txt", records(7))));

        assertThat(found.frames()).hasSize(3);
        assertThat(found.last().x(0)).isEqualTo(48.3);
        assertThat(found.frames().get(1).label().energyEv()).isEqualTo(2);
        assertThat(found.frames().get(1).label().forcesEvPerAngstrom()).containsExactly(0.5, 0, 0, -0.5, 0, 0);
        assertThat(found.energiesEv()).containsExactly(-1, -2, -3, -4, -5, -6);
        assertThat(found.temperaturesK()).containsExactly(101, 102, 103, 104, 105, 106);
    }

    @Test
    void a_relax_step_has_its_mean_temperature_of_the_second_half() throws IOException {
        Result.Relaxed found = result(
                Result.Relaxed.class,
                read(
                        RELAX,
                        Map.of(
                                "thermal.extxyz", frame(-1, 0.3),
                                "inherent.extxyz", frame(-2, 0.01),
                                "out.txt", "before -0.5\n" + records(4))));

        assertThat(found.proposalEnergyEv()).isCloseTo(-0.5 * HARTREE_EV, within(1e-5));
        assertThat(found.thermal().label().energyEv()).isEqualTo(-1);
        assertThat(found.inherent().energyEv()).isEqualTo(-2);
        assertThat(found.inherent().maxForceEvPerAngstrom()).isEqualTo(0.5);
        assertThat(found.inherent().structure().x(0)).isEqualTo(0.01);
        assertThat(found.temperatureReachedK()).isEqualTo(102.5);
    }

    @Test
    void a_run_that_made_fewer_steps_is_no_result() throws IOException {
        String two = frame(1, 0.1) + frame(2, 0.2);
        Outcome.Failed frames = failure(read(REPLICA, Map.of("frames.extxyz", two, "out.txt", records(6))));
        assertThat(frames.cause()).isEqualTo(Cause.UNREADABLE_OUTPUT);
        assertThat(frames.detail()).isEqualTo("frames.extxyz has 2 frames; 3 were asked for");

        Outcome.Failed series =
                failure(read(REPLICA, Map.of("frames.extxyz", two + frame(3, 0.3), "out.txt", records(5))));
        assertThat(series.detail()).isEqualTo("out.txt has 5 records of energy and temperature; 6 were asked for");
    }

    @Test
    void a_number_that_is_none_and_other_atoms_have_their_causes() throws IOException {
        String nan = frame(1, 0.1) + frame(Double.NaN, 0.2) + frame(3, 0.3);
        assertThat(failure(read(REPLICA, Map.of("frames.extxyz", nan, "out.txt", records(6))))
                        .cause())
                .isEqualTo(Cause.NOT_FINITE);

        String gold = frame(1, 0.1) + frame(2, 0.2).replace("Cu", "Au") + frame(3, 0.3);
        Outcome.Failed other = failure(read(REPLICA, Map.of("frames.extxyz", gold, "out.txt", records(6))));
        assertThat(other.cause()).isEqualTo(Cause.FOREIGN_OUTPUT);
        assertThat(other.detail()).startsWith("frame 2 of frames.extxyz has other atoms");
    }

    @Test
    void what_an_earlier_attempt_left_is_gone_when_the_next_is_prepared() throws IOException {
        String frames = frame(1, 0.1) + frame(2, 0.2) + frame(3, 0.3);
        result(Result.Sampled.class, read(REPLICA, Map.of("frames.extxyz", frames, "out.txt", records(6))));

        assertThat(failure(read(REPLICA, Map.of("out.txt", records(6)))).detail())
                .isEqualTo("frames.extxyz is not there; frames.extxyz has 0 frames; 3 were asked for");
    }

    @Test
    void templates_are_told_the_steps() throws IOException {
        code.prepare(REPLICA, TOKEN, work);
        assertThat(work.resolve("in.txt"))
                .content()
                .matches("replica T 300[.]0 steps 30 every 5 seed [1-9]\\d* heat 300[.]0 equilibration 20\\s+");
        code.prepare(RELAX, TOKEN, work);
        assertThat(work.resolve("in.txt")).content().startsWith("relax T 300.0 steps 4 every 1 seed ");
        code.prepare(new Task.RelaxTask(PAIR, Kelvin.of(300), 159, Minimisation.TIGHT, 7), TOKEN, work);
        assertThat(work.resolve("in.txt")).content().startsWith("relax T 300.0 steps 159 every 3 seed ");
    }

    /** Or it would be at its temperature without having been melted, and nobody would know. */
    @Test
    void a_replica_that_is_to_be_heated_is_refused_by_an_adapter_that_does_not_say_that_it_heats() throws IOException {
        Task melted = new Task.ReplicaTask(PAIR, Kelvin.of(300), Kelvin.of(2000), 20, 3, 10, 1, 7);

        assertThatThrownBy(() -> code.prepare(melted, TOKEN, work))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not heat a replica")
                .hasMessageContaining("tasks.replica.motion.heats: true");

        mover(text() + "      heats: true\n").prepare(melted, TOKEN, work);
        assertThat(work.resolve("in.txt")).content().contains("heat 2000.0");
    }

    @Test
    void what_is_missing_of_motion_is_named() throws IOException {
        String text = text();
        assertThatThrownBy(() -> mover(text.replace("      inherent: inherent.extxyz\n", "")))
                .isInstanceOf(CodeSettingsException.class)
                .hasMessageEndingWith("tasks.relax.motion.inherent is missing");
        assertThatThrownBy(() -> mover(text.replace("(\\S+) (\\S+)', unit: eV}\n", "\\S+', unit: eV}\n")))
                .hasMessageContaining("has 0 groups in round brackets; wanted are 2");
        assertThatThrownBy(() -> mover(text.replace(
                        "  replica:\n    motion:",
                        "  replica:\n    results: {energy: {file: a, pattern: '(b)', unit: eV}}\n    motion:")))
                .hasMessageEndingWith("tasks.replica has results or frames; wanted of it is motion");
    }
}
