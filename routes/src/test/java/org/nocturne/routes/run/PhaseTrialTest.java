package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.learning.loop.CampaignPlan;
import org.nocturne.routes.cli.step.PhaseTrial;
import org.nocturne.routes.config.ConfigReader;

/** Campaigns of silicon that find their phase themselves, with real LAMMPS: at 300 K, and at 3000 K, far above melting. */
@Tag("lammps")
class PhaseTrialTest {
    @TempDir
    Path dir;

    @BeforeAll
    static void lammps() {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
    }

    private Path campaign(int kelvin) throws IOException {
        Path file = SmallCampaign.write(dir);
        String text = Files.readString(file)
                .replace("repeat: [3, 3, 3]}", "repeat: [3, 3, 3], phase: auto}")
                .replace("temperature-K: 300", "temperature-K: " + kelvin);
        return Files.writeString(file, text);
    }

    @Test
    @Tag("slow")
    void a_solid_is_found_and_log_and_report_say_why() throws Exception {
        Child run = Child.run(dir, "run", campaign(300).toString());

        assertThat(run.exitCode()).as(run.output()).isZero();
        Path folder = dir.resolve("runs/small");
        assertThat(Files.readString(folder.resolve("campaign.yaml")))
                .contains("phase: \"crystal\"", "phase-because: \"solid: ");
        assertThat(Files.readString(folder.resolve("route.log")))
                .containsPattern("phase +campaign=small crystal why=\"solid: the mean square displacement grows by");
        assertThat(Files.readString(folder.resolve("report.html"))).contains("The phase was found by short trial runs");
        assertThat(folder.resolve("phase")).doesNotExist();
    }

    @Test
    void a_liquid_is_found_and_what_is_for_crystals_is_refused_before_anything_is_written() throws Exception {
        Path file = campaign(3000);
        ConfigReader.Read read = ConfigReader.read(file, false);

        DecidedPhase found = PhaseTrial.of(read, Inputs.open(read), dir.resolve("trial"));

        assertThat(found.phase()).as(found.why()).isEqualTo(CampaignPlan.Phase.LIQUID);
        assertThat(found.why()).startsWith("liquid: ");

        Child run = Child.run(dir, "run", file.toString());
        assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
        assertThat(run.output()).contains("small.yaml:4: structure.phase is 'auto', and what was found is liquid: ");
        assertThat(dir.resolve("runs/small/campaign.yaml")).doesNotExist();
    }
}
