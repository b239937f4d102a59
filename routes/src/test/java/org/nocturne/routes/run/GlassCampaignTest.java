package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.learning.loop.CampaignPlan;
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
