package org.nocturne.routes.cli.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.format.XyzValue;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** {@code relax} and {@code label} with LAMMPS and Stillinger-Weber silicon, 64 atoms. */
@Tag("lammps")
class CodeCommandsTest {
    private static final String SETTINGS = "pair: ['pair_style sw', 'pair_coeff * * Si.sw Si']\nfiles: [Si.sw]\n";
    /** Cohesive energy of the potential's diamond crystal (Stillinger and Weber 1985). */
    private static final double DIAMOND_EV_PER_ATOM = -4.3366;

    @TempDir
    Path dir;

    @BeforeEach
    void lammps() throws IOException {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
        Files.writeString(dir.resolve("silicon.yaml"), SETTINGS);
    }

    @Test
    void labels_are_energy_and_forces_and_what_was_said_before_stays() throws IOException {
        write(frame(Silicon.crystal(2), "note", new XyzValue.Text("perfect")), frame(Silicon.shaken(2, 0.05, 1)));
        CommandRun run = run("label", "in.extxyz", "--out", "out.extxyz");
        assertThat(run.code()).as(run.error()).isZero();
        assertThat(run.output()).contains("2 done, 0 failed");
        List<XyzFrame> found = ExtendedXyz.read(dir.resolve("out.extxyz"));
        assertThat(found.get(0).number("energy").orElseThrow() / 64).isCloseTo(DIAMOND_EV_PER_ATOM, within(1e-3));
        assertThat(found.get(0).text("note")).contains("perfect");
        assertThat(found.get(0).number("temperature")).isEmpty();
        assertThat(found.get(0).reals("forces").orElseThrow()).containsExactly(new double[192], within(1e-6));
        assertThat(found.get(1).number("energy").orElseThrow())
                .isGreaterThan(found.get(0).number("energy").orElseThrow());
        assertThat(dir.resolve("work")).doesNotExist();
    }

    @Test
    void relaxing_gives_the_thermal_frame_and_falls_back_to_the_crystal() throws IOException {
        write(frame(Silicon.shaken(2, 0.05, 1)), frame(Silicon.shaken(2, 0.05, 2)));
        CommandRun run = run(
                "relax",
                "in.extxyz",
                "--temperature",
                "600",
                "--steps",
                "60",
                "--out",
                "out.extxyz",
                "--inherent-out",
                dir.resolve("inherent.extxyz").toString(),
                "--keep");
        assertThat(run.code()).as(run.error()).isZero();
        List<XyzFrame> found = ExtendedXyz.read(dir.resolve("out.extxyz"));
        List<XyzFrame> inherent = ExtendedXyz.read(dir.resolve("inherent.extxyz"));
        assertThat(found).hasSize(2).allSatisfy(frame -> {
            assertThat(frame.number("inherent_energy").orElseThrow() / 64).isCloseTo(DIAMOND_EV_PER_ATOM, within(1e-3));
            assertThat(frame.number("energy").orElseThrow())
                    .isGreaterThan(frame.number("inherent_energy").orElseThrow());
            assertThat(frame.number("proposal_energy")).isPresent();
            assertThat(frame.number("temperature_reached").orElseThrow()).isBetween(100.0, 1200.0);
            assertThat(frame.number("temperature")).hasValue(600);
            assertThat(frame.reals("forces").orElseThrow()).hasSize(192);
        });
        assertThat(inherent.get(1).number("energy")).isEqualTo(found.get(1).number("inherent_energy"));
        assertThat(Files.list(dir.resolve("work"))).hasSize(2);
    }

    @Test
    void a_frame_that_fails_is_reported_and_the_others_are_written() throws IOException {
        Structure copper = new Structure(Cell.cubic(12), List.of(Element.CU), new double[3]);
        write(frame(Silicon.crystal(2)), frame(copper));
        CommandRun run = run("label", "in.extxyz", "--out", "out.extxyz");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.error()).contains("frame 1: BAD_INPUT", "see " + dir.resolve("work"));
        assertThat(ExtendedXyz.read(dir.resolve("out.extxyz"))).hasSize(1);
    }

    @Test
    void where_all_fail_the_code_is_four_and_no_file_appears() throws IOException {
        write(frame(new Structure(Cell.cubic(12), List.of(Element.CU), new double[3])));
        assertThat(run("label", "in.extxyz", "--out", "out.extxyz").code()).isEqualTo(4);
        assertThat(Files.list(dir).map(p -> p.getFileName().toString())).noneMatch(n -> n.startsWith("out"));
    }

    @Test
    void a_campaign_file_is_taken_for_its_settings() throws IOException {
        Files.writeString(
                dir.resolve("silicon.yaml"),
                "name: x\ncode:\n  name: lammps\n  settings:\n    " + SETTINGS.replace("\nfiles", "\n    files"));
        write(frame(Silicon.crystal(1).repeated(2, 2, 2)));
        assertThat(run("label", "in.extxyz", "--out", "out.extxyz").code()).isZero();
    }

    @Test
    void settings_that_cannot_be_meant_are_named() throws IOException {
        write(frame(Silicon.crystal(2)));
        Files.writeString(dir.resolve("silicon.yaml"), "pair: [a\nfiles: b\n");
        CommandRun run = run("label", "in.extxyz", "--out", "out.extxyz");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error()).contains("silicon.yaml:2: is no YAML").hasLineCount(1);
        assertThat(run("relax", "in.extxyz", "--out", "out.extxyz").error()).contains("frame 0 states no temperature");
    }

    private void write(XyzFrame... frames) throws IOException {
        ExtendedXyz.write(List.of(frames), dir.resolve("in.extxyz"));
    }

    private static XyzFrame frame(Structure structure) {
        return new XyzFrame(structure);
    }

    private static XyzFrame frame(Structure structure, String key, XyzValue value) {
        return new XyzFrame(structure, Map.of(key, value), Map.of());
    }

    private CommandRun run(String... words) {
        String[] line = new String[words.length + 4];
        for (int k = 0; k < words.length; k++) {
            line[k] = words[k].endsWith(".extxyz") ? dir.resolve(words[k]).toString() : words[k];
        }
        line[words.length] = "--settings";
        line[words.length + 1] = dir.resolve("silicon.yaml").toString();
        line[words.length + 2] = "--work";
        line[words.length + 3] = dir.resolve("work").toString();
        return CommandRun.of(line);
    }
}
