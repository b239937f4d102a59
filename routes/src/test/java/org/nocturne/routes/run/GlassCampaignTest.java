package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.learning.loop.CampaignPlan;
import org.nocturne.learning.store.LedgerTable;
import org.nocturne.learning.store.Store;
import org.nocturne.routes.cli.step.CommandRun;
import org.nocturne.routes.config.ConfigReader;

/** Campaigns that propose from quenches of their own, with real LAMMPS. */
@Tag("lammps")
class GlassCampaignTest {
    private static final Path ROOT = Path.of(System.getProperty("nocturne.root"));

    @TempDir
    Path dir;

    @BeforeAll
    static void lammps() {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
    }

    private Path campaign(String replicas) throws IOException {
        Path file = SmallCampaign.write(dir);
        return Files.writeString(
                file,
                Files.readString(file)
                        .replace("repeat: [3, 3, 3]}", "repeat: [2, 2, 2], phase: glass}")
                        .replace("kind: powder", "kind: structure-factor")
                        .replaceFirst(
                                "replicas: .*",
                                "replicas: {temperatures-K: [300], per-temperature: 2, " + replicas
                                        + "equilibration-steps: 500, frames: 4, spacing-steps: 50}")
                        .replaceFirst("reference: .*", "reference: {replicas: 0}")
                        .replaceFirst(
                                "candidates: .*",
                                "candidates: {count: 4, round: 2, nvt-steps: 100, force-tolerance: 1.0e-2}")
                        .replaceFirst("correction: .*\n", ""));
    }

    @Test
    void quenches_are_the_library_and_what_is_proposed_from_them_is_relaxed_and_assessed() throws Exception {
        Child run = Child.run(
                dir,
                "run",
                campaign("held-out: 0, heat-to-K: 5000, cooling-K-per-ps: 2000, ")
                        .toString());

        assertThat(run.exitCode()).as(run.output()).isZero();
        Path folder = dir.resolve("runs/small");
        assertThat(Files.readString(folder.resolve("route.log")))
                .containsPattern(
                        "phase +campaign=small glass why=\"glass: frames of independent quenches at 2000.0 K/ps")
                .containsPattern("assess +campaign=small round=2");
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("A glass is proposed from its own quenches");
    }

    @Test
    void quenches_made_before_judge_the_spread_within_basins_and_between_them() throws Exception {
        Path file = campaign("held-out: 0, heat-to-K: 5000, cooling-K-per-ps: 2000, ");
        CommandRun quenches = CommandRun.of(
                ("reference cell.extxyz --repeat 2,2,2 --settings small.yaml --temperatures 300 --heat-to 5000"
                                + " --cooling 2000 --replicas 3 --equilibration 1000 --frames 2 --spacing 50 --work work --out glass")
                        .replace("small.yaml", file.toString())
                        .replace("cell.extxyz", dir.resolve("cell.extxyz").toString())
                        .replace("--work work", "--work " + dir.resolve("work"))
                        .replace("--out glass", "--out " + dir.resolve("glass"))
                        .split(" "));
        assertThat(quenches.code()).as(quenches.error()).isZero();
        String text = Files.readString(file)
                .replace("per-temperature: 2", "per-temperature: 3")
                .replace("count: 4, round: 2", "count: 12, round: 6");
        Files.writeString(file, text.replaceFirst("reference: .*", "reference: {from: glass}"));

        Child run = Child.run(dir, "run", file.toString());

        assertThat(run.exitCode()).as(run.output()).isZero();
        Path folder = dir.resolve("runs/small");
        try (Store store = Store.open(Store.urlInside(folder), "sa", "", Clock.systemUTC())) {
            List<LedgerTable.Row> rows = store.inTransaction(
                    tx -> tx.ledger().rows(tx.ledger().assessments().get(1).id()));
            assertThat(rows)
                    .extracting(LedgerTable.Row::quantity)
                    .contains("mean-energy", "mean-inherent", "rho-inherent", "rho-S", "g-of-r", "diffusion");
            assertThat(rows)
                    .extracting(LedgerTable.Row::source)
                    .allMatch(source -> source.startsWith(
                            "frozen reference glass, 3 quenches of 2 frames; 12 configurations of 3 melts"));
        }
        assertThat(Files.readString(folder.resolve("report.html"))).contains("What has a melt in common is one sample");
    }

    @Test
    void replicas_that_would_judge_nothing_are_refused() throws IOException {
        Path file = campaign("held-out: 0, heat-to-K: 5000, cooling-K-per-ps: 2000, ");
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("reference: .*", "reference: {replicas: 2}"));
        assertThatThrownBy(() -> ConfigReader.read(file, false))
                .hasMessageContaining("reference.replicas is 2; a glass is judged by quenches that were made before");
    }

    @Test
    void a_glass_without_a_rate_is_refused() throws IOException {
        Path file = campaign("held-out: 0, heat-to-K: 5000, ");
        assertThatThrownBy(() -> ConfigReader.read(file, false)).hasMessageContaining("a glass is its quenches");
        Path cold = campaign("held-out: 0, heat-to-K: 200, cooling-K-per-ps: 10, ");
        assertThatThrownBy(() -> ConfigReader.read(cold, false))
                .hasMessageContaining("wanted is a rate above 0 from a heat-to-K above 300.0 K");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_shipped_campaign_opens_with_everything_that_it_names(boolean quick) {
        Inputs inputs = Inputs.open(ConfigReader.read(ROOT.resolve("configs/amorphous-silicon.yaml"), quick));

        assertThat(inputs.start().size()).isEqualTo(1000);
        assertThat(inputs.plan().phase()).isEqualTo(CampaignPlan.Phase.GLASS);
        assertThat(inputs.plan().replicas().coolingKelvinPerPicosecond()).isPresent();
    }
}
