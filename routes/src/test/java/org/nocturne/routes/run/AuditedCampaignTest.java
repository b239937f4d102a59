package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.work.Step;
import org.nocturne.learning.audit.LabelPair;
import org.nocturne.learning.audit.LabelPairs;
import org.nocturne.learning.audit.MethodComparison;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.loop.TrainingData;
import org.nocturne.learning.store.FrameTable.LabelledFrame;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Specimen;
import org.nocturne.learning.store.Specimen.Origin;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.Transaction;
import org.nocturne.routes.cli.step.CommandRun;

/** Whole campaigns with the embedded engine, some of whose structures LAMMPS labels as well. */
@Tag("lammps")
class AuditedCampaignTest {
    /** Stillinger-Weber silicon reaches 3.77 angstrom, a force on an atom twice as far. */
    private static final String AUDIT = """
            audit:
              code:
                name: lammps
                settings:
                  pair: ["pair_style sw", "pair_coeff * * Si.sw Si"]
                  files: [Si.sw]
              most-atoms: 216
              frames: {per-round: 1}
              cells: {per-round: 1, nvt-steps: 200}
              environments: {per-round: 2, radius: 8.1, inner-radius: 0.5, choose: worst}
            """;

    @TempDir
    Path dir;

    private CampaignFolder folder() {
        return new CampaignFolder(dir.resolve("runs/small"));
    }

    private Path file(String audit) throws IOException {
        Path file = SmallCampaign.writeBuiltin(dir);
        return Files.writeString(file, Files.readString(file) + audit);
    }

    private <R> R ask(Function<Transaction, R> question) {
        try (Store store = folder().openStore(folder().configuration().config())) {
            return store.inTransaction(question::apply);
        }
    }

    private CampaignFiles files() {
        return new CampaignFiles(folder().dir());
    }

    private List<LabelPair> pairs() {
        return ask(tx -> LabelPairs.of(tx.specimens().all(), tx.specimens().labels(), files()));
    }

    @Test
    void forces_of_two_codes_with_one_potential_are_the_same() throws Exception {
        Path file = file(AUDIT);
        assertThat(CommandRun.of("check", file.toString()).code()).isZero();

        Child runner = Child.run(dir, "run", file.toString());

        assertThat(runner.exitCode()).as(runner.output()).isZero();
        List<LabelPair> pairs = pairs();
        Map<Origin, MethodComparison> comparisons =
                MethodComparison.of(pairs).stream().collect(Collectors.toMap(MethodComparison::origin, c -> c));
        assertThat(comparisons.keySet()).containsExactlyInAnyOrder(Origin.values());
        for (MethodComparison comparison : comparisons.values()) {
            assertThat(comparison.first().code()).isEqualTo("builtin");
            assertThat(comparison.second().code()).isEqualTo("lammps");
            assertThat(comparison.rmsForce()).as("thermal").isGreaterThan(0.2);
            assertThat(comparison.relativeForceDifference().value())
                    .as(comparison.origin().word())
                    .isLessThan(1e-8);
        }
        assertThat(comparisons.get(Origin.FRAME).structures()).isEqualTo(2);
        assertThat(comparisons.get(Origin.CELL).atoms()).isEqualTo(2 * 8);
        assertThat(comparisons.get(Origin.ENVIRONMENT).atoms()).isEqualTo(4);
        assertThat(runner.output()).contains("choose ", "of=environment cand=c", "audit ", "code=lammps");
        assertThat(Files.readString(folder().report()))
                .contains("Second code", "8 compared", "Thermal frames", "Small cells", "Environments of atoms");
        assertInnerForcesAreThoseOfTheWhole(pairs);
        assertNothingElseHasChanged();
        assertItIsSound();
    }

    private void assertItIsSound() {
        CommandRun verified = CommandRun.of("verify", folder().dir().toString());
        assertThat(verified.code()).as(verified.output()).isZero();
    }

    /** What was computing when the runner died goes on, and is taken over by the next. */
    @Test
    @Tag("slow")
    void after_kill_9_resume_ends_with_every_structure_compared_once() throws Exception {
        Child first = Child.start(dir, "run", file(AUDIT).toString());
        Path log = folder().log();
        while (first.isAlive() && !(Files.exists(log) && Files.readString(log).contains(" audit "))) {
            Thread.sleep(5);
        }
        first.kill();

        Child second = Child.run(dir, "resume", folder().dir().toString());

        assertThat(second.exitCode()).as(second.output()).isZero();
        Map<String, Integer> states = ask(tx -> tx.specimens().countByState());
        assertThat(states).isEqualTo(Map.of("compared", 8));
        List<Specimen> specimens = ask(tx -> tx.specimens().all());
        for (Specimen specimen : specimens) {
            List<Job> jobs = ask(tx -> tx.jobs().of(specimen.subject()));
            assertThat(jobs)
                    .filteredOn(job -> job.step() == Step.AUDIT && job.state() == Job.State.DONE)
                    .hasSize(1);
        }
        assertNothingElseHasChanged();
        assertItIsSound();
    }

    /** With one slot and one model all happens in one order, so that the two may be compared number by number. */
    @Test
    @Tag("slow")
    void the_loop_comes_to_the_same_numbers_with_a_second_code_and_without() throws Exception {
        assertThat(loopInOneOrder(dir.resolve("without"), "")).isEqualTo(loopInOneOrder(dir.resolve("with"), AUDIT));
    }

    private static List<Object> loopInOneOrder(Path at, String audit) throws Exception {
        Files.createDirectories(at);
        Path file = SmallCampaign.writeBuiltin(at);
        String text = Files.readString(file).replace("every-labels: 8", "every-labels: 1000");
        Files.writeString(file, text.replace("slots: 2", "slots: 1") + audit);
        Child runner = Child.run(at, "run", file.toString());
        assertThat(runner.exitCode()).as(runner.output()).isZero();
        CampaignFolder folder = new CampaignFolder(at.resolve("runs/small"));
        try (Store store = folder.openStore(folder.configuration().config())) {
            return store.inTransaction(tx -> {
                List<Object> out = new ArrayList<>();
                tx.frames().of(Role.CANDIDATE).forEach(frame -> out.add(frame.subject() + " " + frame.energyEv()));
                tx.models().all().forEach(model -> out.add(model.dataSha256() + " " + model.heldOutError()));
                tx.ledger()
                        .assessments()
                        .forEach(
                                round -> out.add(round.rwp() + " " + tx.ledger().rows(round.id())));
                assertThat(out).hasSizeGreaterThan(SmallCampaign.CANDIDATES + 2);
                return out;
            });
        }
    }

    private void assertInnerForcesAreThoseOfTheWhole(List<LabelPair> pairs) {
        List<LabelledFrame> frames = ask(tx -> tx.frames().of(Role.CANDIDATE));
        for (LabelPair pair : pairs) {
            if (pair.specimen().origin() == Origin.ENVIRONMENT) {
                int candidate = Objects.requireNonNull(pair.specimen().candidate());
                int atom = Objects.requireNonNull(pair.specimen().atom());
                LabelledFrame frame = frames.stream()
                        .filter(f -> f.subject().id() == candidate)
                        .findFirst()
                        .orElseThrow();
                double[] whole;
                try (Store store = folder().openStore(folder().configuration().config())) {
                    whole = new TrainingData(store, files()).read(frame).label().forcesEvPerAngstrom();
                }
                for (int k = 0; k < 3; k++) {
                    assertThat(pair.second().forcesEvPerAngstrom()[k]).isCloseTo(whole[3 * atom + k], within(1e-8));
                }
            }
        }
    }

    private void assertNothingElseHasChanged() {
        int labels = ask(tx -> tx.frames().labels());
        assertThat(labels).isEqualTo(SmallCampaign.LABELS);
        String own =
                Objects.requireNonNull(ask(tx -> tx.subjects().basins().get(0).methodId()));
        for (Role role : Role.values()) {
            List<LabelledFrame> frames = ask(tx -> tx.frames().of(role));
            for (LabelledFrame frame : frames) {
                assertThat(frame.methodId()).isEqualTo(own);
            }
        }
    }
}
