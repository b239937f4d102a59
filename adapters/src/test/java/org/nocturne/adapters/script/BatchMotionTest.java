package org.nocturne.adapters.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.BatchRuns;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.adapters.RunToEnd;
import org.nocturne.adapters.launch.Finished;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Minimisation;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/** Molecular dynamics of many structures in one run, each with files of its own. */
class BatchMotionTest {
    private static final String TOKEN = "token-1";

    @TempDir
    Path dir;

    private Path work;

    @BeforeEach
    void workDirectory() throws IOException {
        work = Files.createDirectories(dir.resolve("work"));
    }

    private static String text() throws IOException {
        try (var in = BatchMotionTest.class.getResourceAsStream("/batch/movers.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Code open(String text) throws IOException {
        Files.writeString(Files.createDirectories(dir.resolve("adapters")).resolve("movers.yaml"), text);
        return Codes.near(dir).find("movers").orElseThrow().open(Map.of(), dir);
    }

    private static Task.RelaxTask relax(double x, double kelvin, int steps) {
        Structure atom = new Structure(Cell.cubic(9), List.of(Element.AR), new double[] {x, 0, 0});
        return new Task.RelaxTask(atom, Kelvin.of(kelvin), steps, Minimisation.TIGHT, Math.round(kelvin));
    }

    private static Result.Relaxed relaxed(Outcome outcome) {
        return outcome.fold(done -> (Result.Relaxed) done.result(), failed -> {
            throw new AssertionError(failed.toString());
        });
    }

    /** The script of the adapter moves each atom by a hundredth of its temperature and puts it back at the bottom. */
    @Test
    void each_structure_is_moved_at_its_own_temperature() throws IOException {
        List<Task.RelaxTask> tasks = List.of(relax(1, 100, 4), relax(2, 300, 4));

        List<Outcome> found = new RunToEnd(new LocalLauncher())
                .run(
                        open(text()).batches().orElseThrow(),
                        tasks,
                        "movers-" + dir.getFileName(),
                        work,
                        Duration.ofSeconds(30));

        assertThat(relaxed(found.get(0)).thermal().structure().x(0)).isEqualTo(2);
        assertThat(relaxed(found.get(0)).thermal().temperature()).isEqualTo(Kelvin.of(100));
        assertThat(relaxed(found.get(0)).temperatureReachedK()).isEqualTo(100);
        assertThat(relaxed(found.get(0)).proposalEnergyEv()).isEqualTo(-1);
        assertThat(relaxed(found.get(1)).thermal().structure().x(0)).isEqualTo(5);
        assertThat(relaxed(found.get(1)).inherent().energyEv()).isEqualTo(-3);
        assertThat(Files.readAllLines(work.resolve("in.extxyz")))
                .filteredOn(line -> line.contains("Lattice"))
                .satisfiesExactly(
                        one -> assertThat(one).contains("id=s00001").containsPattern("temperature=100(\\.0)?\\b"),
                        two -> assertThat(two).contains("id=s00002").containsPattern("seed=\\d+"));
    }

    @Test
    void only_what_the_templates_name_must_be_the_same_for_all() throws IOException {
        BatchRuns batches = open(text()).batches().orElseThrow();

        assertThat(batches.goTogether(relax(1, 100, 4), relax(2, 300, 4))).isTrue();
        assertThat(batches.goTogether(relax(1, 100, 4), relax(2, 100, 8))).isFalse();
        assertThat(batches.goTogether(
                        relax(1, 100, 4), new Task.LabelTask(relax(1, 100, 4).start())))
                .isFalse();
    }

    @Test
    void a_structure_without_its_files_fails_and_the_others_stand() throws IOException {
        List<Task.RelaxTask> tasks = List.of(relax(1, 100, 4), relax(2, 300, 4));
        BatchRuns batches = open(text()).batches().orElseThrow();
        String token = "movers-" + dir.getFileName();
        new RunToEnd(new LocalLauncher()).run(batches, tasks, token, work, Duration.ofSeconds(30));
        Files.delete(work.resolve("out/s00001/thermal.extxyz"));

        List<Outcome> found = batches.read(tasks, token, work, Finished.byItself(0, Duration.ofSeconds(1)));

        assertThat(found.get(0)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.cause()).isEqualTo(Cause.UNREADABLE_OUTPUT);
            assertThat(failed.detail()).isEqualTo("out/s00001/thermal.extxyz is not there");
        });
        assertThat(relaxed(found.get(1)).proposalEnergyEv()).isEqualTo(-1);
    }

    @Test
    void answers_of_an_earlier_run_are_removed_before_the_next() throws IOException {
        Path old = Files.createDirectories(work.resolve("out/s00001")).resolve("thermal.extxyz");
        Path other = work.resolve("out/s00001/notes.txt");
        Files.writeString(old, "old");
        Files.writeString(other, "of a person");

        open(text()).batches().orElseThrow().prepare(List.of(relax(1, 100, 4)), TOKEN, work);

        assertThat(old).doesNotExist();
        assertThat(other).hasContent("of a person");
    }

    @Test
    void files_of_a_batch_must_be_of_each_structure() throws IOException {
        assertThatThrownBy(() -> open(text().replace("out/{id}/inherent.extxyz", "inherent.extxyz")))
                .isInstanceOf(CodeSettingsException.class)
                .hasMessageContaining(
                        "tasks.relax.motion names the file 'inherent.extxyz' for all structures of a batch;"
                                + " wanted is one of each, with {id} in its name");
        assertThatThrownBy(() -> open(text().replaceFirst("(?m)^batch: .*\n", "")))
                .isInstanceOf(CodeSettingsException.class)
                .hasMessageContaining("there is no batch");
    }
}
