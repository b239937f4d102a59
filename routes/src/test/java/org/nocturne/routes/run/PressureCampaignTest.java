package org.nocturne.routes.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.structure.Structure;
import org.nocturne.routes.cli.step.CommandRun;

/** Campaigns that find their cell at a pressure themselves, with real LAMMPS. */
@Tag("lammps")
class PressureCampaignTest {
    /** Stillinger-Weber silicon at 300 K and no pressure, edge of eight atoms: 5.431 angstrom at rest, expansion about 4e-6 per kelvin. */
    private static final double EDGE = 5.437;

    private static final double TOO_SMALL = 0.99;

    @TempDir
    Path dir;

    @BeforeAll
    static void lammps() {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
    }

    private Path campaign(String structure) throws IOException {
        Path file = SmallCampaign.write(dir);
        Structure cell = ExtendedXyz.readFirst(dir.resolve("cell.extxyz")).structure();
        ExtendedXyz.write(List.of(new XyzFrame(cell.scaled(TOO_SMALL))), dir.resolve("cell.extxyz"));
        return Files.writeString(
                file,
                Files.readString(file)
                        .replace("repeat: [3, 3, 3]}", "repeat: [3, 3, 3], " + structure + "}")
                        .replaceFirst("candidates: .*", "candidates: {count: 2, round: 2, nvt-steps: 100}"));
    }

    @Test
    @Tag("slow")
    void the_cell_is_found_once_and_everything_is_in_it_after_a_resume_too() throws Exception {
        Path file = campaign("pressure-kbar: 0, cell-steps: 4000");
        Child run = Child.run(dir, "run", file.toString());

        assertThat(run.exitCode()).as(run.output()).isZero();
        Path folder = dir.resolve("runs/small");
        String kept = Files.readString(folder.resolve("campaign.yaml"));
        Matcher factor = Pattern.compile("edge-factor: ([0-9.]+)").matcher(kept);
        assertThat(factor.find()).as(kept).isTrue();
        assertThat(5.431 * TOO_SMALL * Double.parseDouble(factor.group(1))).isCloseTo(EDGE, within(0.006));
        assertThat(Files.readString(folder.resolve("route.log")))
                .containsPattern(
                        "cell +campaign=small edge=16\\.3\\d+A why=\"mean cell of 4 MD runs of 4000 steps at 0.0 kbar");
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("The cell was found before the campaign began and then kept: mean cell of 4 MD runs");
        assertThat(folder.resolve("cell")).doesNotExist();
        double edge = 3 * 5.431 * TOO_SMALL * Double.parseDouble(factor.group(1));
        for (String made : List.of("structures/b0001.inherent.extxyz", "frames/r0001.extxyz", "frames/c0001.extxyz")) {
            Structure there = ExtendedXyz.readFirst(folder.resolve(made)).structure();
            assertThat(there.cell().component(0, 0)).as(made).isCloseTo(edge, within(1e-6));
        }

        Child again = Child.run(dir, "resume", folder.toString());
        assertThat(again.exitCode()).as(again.output()).isZero();
        assertThat(again.output()).doesNotContain("MD finds the cell");
        assertThat(Files.readString(folder.resolve("campaign.yaml"))).isEqualTo(kept);
    }

    @Test
    void what_cannot_be_meant_is_refused_before_anything_is_written() throws IOException {
        CommandRun liquid = CommandRun.of(
                "check", campaign("phase: liquid, pressure-kbar: 0").toString());
        assertThat(liquid.code()).isEqualTo(2);
        assertThat(liquid.error())
                .contains("pressure-kbar is 0.0 with phase liquid", "a liquid or glass has the density of its file");

        Path beside = campaign("pressure-kbar: 0");
        Files.writeString(beside, Files.readString(beside).replaceFirst("reference: .*", "reference: {from: md}"));
        assertThat(CommandRun.of("check", beside.toString()).error()).contains("beside reference.from");
    }

    @Test
    void a_crystal_that_is_not_cubic_is_refused() throws Exception {
        Path file = campaign("pressure-kbar: 0");
        Structure cubic = ExtendedXyz.readFirst(dir.resolve("cell.extxyz")).structure();
        double[] rows = cubic.cell().rows();
        double[] xyz = cubic.xyzAngstrom();
        rows[8] *= 1.01;
        for (int i = 2; i < xyz.length; i += 3) {
            xyz[i] *= 1.01;
        }
        ExtendedXyz.write(
                List.of(new XyzFrame(
                        new Structure(org.nocturne.core.structure.Cell.periodic(rows), cubic.species(), xyz))),
                dir.resolve("cell.extxyz"));
        Child run = Child.run(dir, "run", file.toString());

        assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
        assertThat(run.output())
                .contains("structure.pressure-kbar is 0.0: structure.pressure-kbar scales the cell as a whole");
        assertThat(dir.resolve("runs/small/campaign.yaml")).doesNotExist();
    }
}
