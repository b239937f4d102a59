package org.nocturne.adapters.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.BatchRuns;
import org.nocturne.adapters.Code;
import org.nocturne.adapters.RunToEnd;
import org.nocturne.adapters.launch.LocalLauncher;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Cause;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Outcome;
import org.nocturne.core.work.Result;
import org.nocturne.core.work.Task;

/** Many structures in one run, and answers that are not what they seem. */
class BatchCodeTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path dir;

    /** An atom at x has the energy x squared. */
    private static Task.LabelTask atomAt(double x) {
        return new Task.LabelTask(new Structure(Cell.open(), List.of(Element.AR), new double[] {x, 0, 0}));
    }

    private static final List<Task.LabelTask> THREE = List.of(atomAt(1), atomAt(2), atomAt(3));

    private Code open(String answers) throws IOException {
        Path file = Files.createDirectories(dir.resolve("adapters")).resolve("wells.yaml");
        try (var in = BatchCodeTest.class.getResourceAsStream("/batch/wells.yaml")) {
            Files.write(file, in.readAllBytes());
        }
        return Codes.near(dir).find("wells").orElseThrow().open(Map.of("answers", answers), dir);
    }

    private List<Outcome> answers(String answers) throws IOException {
        BatchRuns batches = open(answers).batches().orElseThrow();
        return new RunToEnd(new LocalLauncher())
                .run(batches, THREE, "batch-" + dir.getFileName(), dir.resolve("work"), LIMIT);
    }

    private static Label label(Outcome outcome) {
        return outcome.fold(done -> ((Result.Labelled) done.result()).label(), failed -> {
            throw new AssertionError(failed.toString());
        });
    }

    private static Outcome.Failed failure(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return (Outcome.Failed) outcome;
    }

    @Test
    void each_structure_gets_its_own_answer_although_the_last_comes_first() throws IOException {
        List<Outcome> found = answers("well");

        assertThat(found).extracting(o -> label(o).energyEv()).containsExactly(1.0, 4.0, 9.0);
        assertThat(label(found.get(2)).forcesEvPerAngstrom()).containsExactly(new double[] {-6, 0, 0}, within(1e-12));
    }

    @Test
    void answers_without_an_id_are_known_by_where_their_atoms_stand() throws IOException {
        assertThat(answers("nameless")).extracting(o -> label(o).energyEv()).containsExactly(1.0, 4.0, 9.0);
    }

    @Test
    void a_structure_that_is_left_out_fails_and_the_others_stand() throws IOException {
        List<Outcome> found = answers("first-left-out");

        assertThat(failure(found.get(0)).cause()).isEqualTo(Cause.UNREADABLE_OUTPUT);
        assertThat(failure(found.get(0)).detail()).isEqualTo(".command.out has no frame with id=s00001, but 2 others");
        assertThat(found.subList(1, 3)).extracting(o -> label(o).energyEv()).containsExactly(4.0, 9.0);
    }

    @Test
    void an_id_on_the_atoms_of_another_structure_is_no_answer() throws IOException {
        List<Outcome> found = answers("swapped");

        assertThat(failure(found.get(0)).cause()).isEqualTo(Cause.FOREIGN_OUTPUT);
        assertThat(failure(found.get(1)).detail())
                .isEqualTo("the frame s00002 has an atom 1.0000 angstrom from where it was given; a label is of the"
                        + " structure as it stands");
        assertThat(label(found.get(2)).energyEv()).isEqualTo(9);
    }

    @Test
    void two_answers_that_differ_are_none() throws IOException {
        List<Outcome> found = answers("first-twice");

        assertThat(failure(found.get(0)).detail()).contains("2 different answers for s00001");
        assertThat(label(found.get(1)).energyEv()).isEqualTo(4);
    }

    @Test
    void a_number_that_is_none_is_a_failure_of_its_structure() throws IOException {
        List<Outcome> found = answers("no-number");

        assertThat(failure(found.get(0)).cause()).isEqualTo(Cause.NOT_FINITE);
        assertThat(label(found.get(1)).energyEv()).isEqualTo(4);
    }

    @Test
    void what_stands_before_the_place_where_a_file_is_cut_counts() throws IOException {
        assertThat(answers("cut")).extracting(o -> label(o).energyEv()).containsExactly(1.0, 4.0, 9.0);
    }

    @Test
    void a_run_that_fails_fails_all_with_what_it_says() throws IOException {
        assertThat(answers("failed")).allSatisfy(outcome -> {
            assertThat(failure(outcome).cause()).isEqualTo(Cause.BAD_INPUT);
            assertThat(failure(outcome).detail()).contains("the well is dry", "exit code 3");
        });
    }

    @Test
    void a_batch_that_is_done_is_not_run_again_and_its_structures_keep_their_time() throws IOException {
        answers("well");
        Path begin = dir.resolve("work/.command.begin");
        var begun = Files.getLastModifiedTime(begin);
        assertThat(answers("well")).extracting(o -> label(o).energyEv()).containsExactly(1.0, 4.0, 9.0);
        assertThat(Files.getLastModifiedTime(begin)).isEqualTo(begun);

        Path structures = dir.resolve("work/structures.extxyz");
        var written = Files.getLastModifiedTime(structures);
        open("well").batches().orElseThrow().prepare(THREE, "t", dir.resolve("work"));
        assertThat(Files.getLastModifiedTime(structures)).isEqualTo(written);
    }

    @Test
    void a_batch_that_still_runs_is_waited_for_and_not_started_again() throws Exception {
        CompletableFuture<List<Outcome>> first = CompletableFuture.supplyAsync(() -> {
            try {
                return answers("slow");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        Path begin = dir.resolve("work/.command.begin");
        while (!Files.exists(begin)) {
            assertThat(first).isNotDone();
            Thread.sleep(10);
        }
        var begun = Files.getLastModifiedTime(begin);
        assertThat(answers("slow")).extracting(o -> label(o).energyEv()).containsExactly(1.0, 4.0, 9.0);
        assertThat(first.get(30, TimeUnit.SECONDS)).hasSize(3);
        assertThat(Files.getLastModifiedTime(begin)).isEqualTo(begun);
    }
}
