package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.learning.store.LedgerTable;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.cli.step.CommandRun;
import org.nocturne.routes.cli.step.Silicon;

/** A campaign that is judged by a reference made before, with real LAMMPS. */
@Tag("lammps")
class FrozenReferenceCampaignTest {
    private static final String SETTINGS = "pair: ['pair_style sw', 'pair_coeff * * Si.sw Si']\nfiles: [Si.sw]\n";

    @TempDir
    static Path shared;

    @TempDir
    Path dir;

    @BeforeAll
    static void reference() throws IOException {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
        Files.writeString(shared.resolve("silicon.yaml"), SETTINGS);
        ExtendedXyz.write(List.of(new XyzFrame(Silicon.crystal(3))), shared.resolve("silicon.extxyz"));
        CommandRun made = CommandRun.of((("reference silicon.extxyz --settings silicon.yaml --temperatures 300,450"
                                + " --replicas 2 --equilibration 400 --frames 6 --spacing 50 --work work --out md300")
                        .replace("silicon.", shared + "/silicon.")
                        .replace("--work work", "--work " + shared + "/work")
                        .replace("md300", shared + "/md300"))
                .split(" "));
        assertThat(made.code()).as(made.error()).isZero();
    }

    private Path campaign(String from, String reference) throws IOException {
        Path file = SmallCampaign.write(dir);
        String text = Files.readString(file).replaceAll("(?m)^reference: .*$", "reference:\n  from: " + reference);
        return Files.writeString(file, text.replace("temperature-K: 300,", "temperature-K: " + from + ","));
    }

    private String refused(Path file) {
        CommandRun run = CommandRun.of("check", file.toString());
        assertThat(run.code()).as(run.output()).isEqualTo(2);
        assertThat(run.error()).contains("small.yaml:13: reference.from is '");
        return run.error();
    }

    @Test
    void it_runs_no_reference_of_its_own_and_its_copy_judges_after_the_original_is_gone() throws Exception {
        CommandRun mine =
                CommandRun.of("check", campaign("300", shared + "/md300").toString());
        assertThat(mine.code()).as(mine.error()).isZero();
        Path moved = dir.resolve("md-once");
        copy(shared.resolve("md300"), moved);

        Child run = Child.run(dir, "run", campaign("300", "md-once").toString());

        assertThat(run.exitCode()).as(run.output()).isZero();
        Path folder = dir.resolve("runs/small");
        try (Store store = Store.open(Store.urlInside(folder), "sa", "", Clock.systemUTC())) {
            List<Role> roles = store.inTransaction(tx -> tx.subjects().replicas()).stream()
                    .map(r -> r.role())
                    .toList();
            assertThat(roles).containsExactlyInAnyOrder(Role.TRAINING, Role.HELD_OUT);
            List<LedgerTable.Row> rows = store.inTransaction(
                    tx -> tx.ledger().rows(tx.ledger().assessments().get(0).id()));
            assertThat(rows).isNotEmpty().allSatisfy(r -> assertThat(r.source())
                    .contains("frozen reference md-once", "2 replicas"));
        }
        assertThat(folder.resolve("inputs/reference/md-once/reference.json"))
                .hasSameTextualContentAs(moved.resolve("reference.json"));
        assertThat(Files.readString(folder.resolve("report.html"))).contains("frozen reference md-once");

        assertThat(CommandRun.of("add-temperature", folder.toString(), "310").error())
                .contains("the reference md-once, which judges this campaign, has MD at [300.0, 450.0] K");
        Files.delete(moved.resolve("reference.json"));
        Child again = Child.run(dir, "resume", folder.toString());
        assertThat(again.exitCode()).as(again.output()).isZero();
    }

    @Test
    void a_temperature_that_it_does_not_have_is_refused_before_anything_is_written() throws IOException {
        assertThat(refused(campaign("310", shared + "/md300")))
                .contains("has MD at [300.0, 450.0] K", "310.0 K, where candidates are proposed, must be among them");
        assertThat(dir.resolve("runs")).doesNotExist();
    }

    @Test
    void another_inherent_structure_is_refused_and_the_atom_named() throws IOException {
        Path file = campaign("300", shared + "/md300");
        double[] u = new double[24];
        u[6] = 0.05;
        ExtendedXyz.write(List.of(new XyzFrame(Silicon.crystal(1).displaced(u))), dir.resolve("cell.extxyz"));

        assertThat(refused(file))
                .containsPattern("cell.extxyz atom \\d+ lies 0.04\\d+ angstrom")
                .contains("at most 0.001 is wanted", "inherent.extxyz");
    }

    @Test
    void another_method_is_refused() throws IOException {
        Path file = campaign("300", shared + "/md300");
        Files.writeString(file, Files.readString(file).replace("files: [Si.sw]", "files: [Si.sw]\n    timestep-fs: 2"));

        CommandRun run = CommandRun.of("check", file.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error()).contains("is of method ", "that of this campaign is ");
    }

    @Test
    void a_file_that_is_no_longer_what_was_frozen_is_refused() throws IOException {
        Path changed = dir.resolve("changed");
        copy(shared.resolve("md300"), changed);
        Files.writeString(changed.resolve("T300-r2.series.json"), "{}");

        assertThat(refused(campaign("300", "changed"))).contains("T300-r2.series.json");
    }

    @Test
    void a_folder_without_a_reference_is_refused_and_so_is_a_budget_beside_it() throws IOException {
        assertThat(refused(campaign("300", "nowhere"))).contains("holds no reference.json");
        Path file = campaign("300", "nowhere");
        Files.writeString(file, Files.readString(file).replace("  from: nowhere", "  from: nowhere\n  replicas: 2"));

        assertThat(refused(file)).contains("wanted is no other key beside it");
    }

    @Test
    @Tag("slow")
    void one_campaign_proposes_and_is_judged_at_several_temperatures() throws Exception {
        Path file = campaign("300", shared + "/md300");
        String text = Files.readString(file)
                .replace("candidates: {", "candidates: {temperatures-K: [300, 450], ")
                .replaceAll("(?m)^retrain: .*$", "retrain: {every-labels: 1000}"); // one version proposes all
        Files.writeString(file, text);

        Child run = Child.run(dir, "run", file.toString());

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output())
                .contains("assess   campaign=small round=1 T=300K")
                .contains("round=1 T=450K");
        Path folder = dir.resolve("runs/small");
        try (Store store = Store.open(Store.urlInside(folder), "sa", "", Clock.systemUTC())) {
            store.inTransaction(tx -> {
                assertThat(tx.candidates().all())
                        .as("served in turn")
                        .filteredOn(c -> c.temperature().value() == 450)
                        .hasSize(6);
                assertThat(tx.patterns().all())
                        .as("patterns are compared at the target's temperature alone")
                        .hasSize(6);
                assertThat(tx.ledger().newest())
                        .extracting(r -> r.temperature().value())
                        .contains(300.0, 450.0);
                return null;
            });
        }
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("Elsewhere: at 450 K", "the one farthest from its ideal, after each round");
    }

    @Test
    void a_reference_without_one_of_the_temperatures_is_refused() throws Exception {
        Path file = campaign("300", shared + "/md300");
        Files.writeString(
                file, Files.readString(file).replace("candidates: {", "candidates: {temperatures-K: [300, 400], "));

        assertThat(refused(file)).contains("has MD at [300.0, 450.0] K; 400.0 K, where candidates are proposed");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
