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
import org.nocturne.learning.store.LedgerTable;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.cli.step.CommandRun;
import org.nocturne.routes.cli.step.SmallLiquid;

/** Campaigns of a liquid that are judged by the variance ledger, with real LAMMPS. */
@Tag("lammps")
class LiquidCampaignTest {
    private static final Path ROOT = Path.of(System.getProperty("nocturne.root"));

    @TempDir
    static Path shared;

    @TempDir
    Path dir;

    @BeforeAll
    static void reference() throws IOException {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
        SmallLiquid.write(shared);
        CommandRun made = SmallLiquid.reference(
                shared,
                "md",
                "85",
                "--replicas",
                "2",
                "--equilibration",
                "1000",
                "--frames",
                "10",
                "--spacing",
                "100",
                "--energies-per-frame",
                "10");
        assertThat(made.code()).as(made.error()).isZero();
    }

    private Path campaign(String phase, String reference) throws IOException {
        return Files.writeString(
                dir.resolve("drop.yaml"),
                String.format(
                        """
                name: drop
                seed: 3
                target: {file: %s, radiation: neutron, kind: structure-factor, temperature-K: 85, q-min: 0.5, q-max: 9}
                structure: {file: %s, phase: %s}
                code:
                  name: lammps
                  settings:
                    pair: ['pair_style lj/cut 8.5', 'pair_coeff * * 0.0103236 3.405']
                    elements: [Ar]
                    timestep-fs: 5
                    damp-fs: 500
                replicas: {temperatures-K: [85], per-temperature: 2, heat-to-K: 400, equilibration-steps: 1500, frames: 4, spacing-steps: 100}
                reference: {%s}
                candidates: {count: 6, round: 3, nvt-steps: 4000, force-tolerance: 5.0e-2}
                slots: 2
                """,
                        ROOT.resolve("examples/argon/yarnell-1973-85K.xy"),
                        shared.resolve("argon.extxyz"),
                        phase,
                        reference));
    }

    private List<LedgerTable.Row> ledger() {
        try (Store store = Store.open(Store.urlInside(dir.resolve("runs/drop")), "sa", "", Clock.systemUTC())) {
            return store.inTransaction(
                    tx -> tx.ledger().rows(tx.ledger().assessments().get(1).id()));
        }
    }

    @Test
    void it_is_judged_by_its_own_reference_replicas() throws Exception {
        Child run = Child.run(
                dir,
                "run",
                campaign("liquid", "replicas: 2, equilibration-steps: 1500, frames: 10, spacing-steps: 100")
                        .toString());

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(ledger())
                .allSatisfy(row -> assertThat(row.stage()).isEqualTo("thermal"))
                .allSatisfy(row -> assertThat(row.samples()).isEqualTo(6))
                .allSatisfy(row -> assertThat(row.source()).startsWith("MD at 85K, 2 replicas of "))
                .extracting(LedgerTable.Row::quantity)
                .contains("mean-energy", "rho-U", "S-of-k", "rho-S", "law-S", "g-of-r", "diffusion");
        Path folder = dir.resolve("runs/drop");
        assertThat(Files.readString(folder.resolve("route.log")))
                .containsPattern("assess +campaign=drop round=2 .* pass=\\d+ fail=\\d+ undecided=[1-9]");
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("share that has not moved away from another", "not known from MD at 1 temperature")
                .contains("judges only what they have become");
    }

    @Test
    @Tag("slow")
    void a_frozen_reference_judges_it_and_a_copy_of_it_stays() throws Exception {
        Child run = Child.run(
                dir, "run", campaign("liquid", "from: " + shared.resolve("md")).toString());

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(ledger()).isNotEmpty().allSatisfy(row -> assertThat(row.source())
                .startsWith("frozen reference md, 2 replicas"));
        assertThat(dir.resolve("runs/drop/inputs/reference/md/reference.json")).exists();
    }

    @Test
    void a_solid_is_not_judged_by_a_liquid() throws IOException {
        CommandRun run = CommandRun.of(
                "check", campaign("crystal", "from: " + shared.resolve("md")).toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error())
                .contains("is a reference of a liquid (it was melted", "wanted is one of a solid (nothing was melted)");
    }
}
