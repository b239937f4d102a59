package org.nocturne.routes.cli.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.structure.Structure;

/** A model is trained on silicon whose neighbours are joined by isotropic springs, then sampled. */
class SampleCommandTest {
    private static final double SPRING_EV = 5;
    private static final Structure CRYSTAL = Silicon.crystal(2);

    @TempDir
    Path dir;

    @BeforeEach
    void train() {
        SpringModel.train(dir, "model", CRYSTAL, SPRING_EV);
    }

    @Test
    void the_samples_have_the_mean_square_displacement_that_is_printed() throws IOException {
        CommandRun run = sample("a.extxyz", "--count", "200");
        assertThat(run.code()).as(run.error()).isZero();
        List<XyzFrame> frames = ExtendedXyz.read(dir.resolve("a.extxyz"));
        double sum = 0;
        for (XyzFrame frame : frames) {
            double[] x = frame.structure().xyzAngstrom();
            for (int k = 0; k < x.length; k++) {
                sum += Math.pow(x[k] - CRYSTAL.xyzAngstrom()[k], 2);
            }
        }
        double found = sum / frames.size() / CRYSTAL.size();
        assertThat(found).isCloseTo(predicted(run), within(0.03 * found));
        assertThat(frames.get(7).number("index")).hasValue(7);
        assertThat(frames.get(7).number("model_version")).hasValue(3);
        assertThat(frames.get(7).number("temperature")).hasValue(900);
    }

    /** Springs of 5 eV/angstrom^2 between neighbours hold silicon with up to 55 meV; at 60 K that is all zero-point motion. */
    @Test
    void quantum_nuclei_move_farther_in_the_cold_and_are_not_corrected() throws IOException {
        assertThat(predicted(sampleAt(60))).isLessThan(0.5 * predicted(sampleAt(60, "--nuclei", "quantum")));
        assertThat(predicted(sampleAt(2000, "--nuclei", "quantum")))
                .isCloseTo(predicted(sampleAt(2000)), within(0.01 * predicted(sampleAt(2000))));
        assertThat(ExtendedXyz.readFirst(dir.resolve("q.extxyz")).text("nuclei"))
                .hasValue("classical");

        CommandRun refused = sampleAt(60, "--nuclei", "quantum", "--correct", "baoab");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.error())
                .contains("--nuclei quantum with --correct baoab")
                .hasLineCount(1);
    }

    private CommandRun sampleAt(int kelvin, String... more) {
        return sample("q.extxyz", kelvin, more);
    }

    private static double predicted(CommandRun run) {
        Matcher printed =
                Pattern.compile("predicted <u\\^2> ([0-9.]+) square angstrom").matcher(run.output());
        assertThat(printed.find()).as(run.error()).isTrue();
        return Double.parseDouble(printed.group(1));
    }

    @Test
    void a_frame_does_not_depend_on_how_many_are_drawn() throws IOException {
        sample("few.extxyz", "--count", "3", "--seed", "5");
        sample("many.extxyz", "--count", "6", "--seed", "5");
        assertThat(ExtendedXyz.read(dir.resolve("many.extxyz")).subList(0, 3))
                .isEqualTo(ExtendedXyz.read(dir.resolve("few.extxyz")));
    }

    @Test
    void another_cell_of_the_same_crystal_can_be_sampled() throws IOException {
        Path larger = dir.resolve("larger.extxyz");
        ExtendedXyz.write(List.of(new XyzFrame(Silicon.crystal(3))), larger);
        CommandRun run = sample("b.extxyz", "--count", "2", "--inherent", larger.toString());
        assertThat(run.code()).as(run.error()).isZero();
        assertThat(ExtendedXyz.readFirst(dir.resolve("b.extxyz")).structure().size())
                .isEqualTo(216);
    }

    @Test
    void a_folder_without_a_model_is_named() {
        CommandRun run = CommandRun.of("sample", "--model", dir.toString(), "--temperature", "300", "--out", "x");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error()).contains(dir.toString(), "manifest.json").hasLineCount(1);
    }

    /** The springs' potential is not silicon's: what is drawn must move to the ensemble of the code. */
    @Test
    @Tag("lammps")
    void corrected_samples_carry_the_energy_and_the_forces_of_the_code() throws IOException {
        Path settings = settings();
        CommandRun run = sample("c.extxyz", "--count", "3", "--correct", "baoab", "--settings", settings.toString());
        assertThat(run.code()).as(run.error()).isZero();
        assertThat(run.error()).contains("corrected by baoab, 8 steps of 0.5, forces of the code");
        Path again = dir.resolve("again.extxyz");
        CommandRun label = CommandRun.of(
                "label",
                dir.resolve("c.extxyz").toString(),
                "--settings",
                settings.toString(),
                "--work",
                dir.resolve("work").toString(),
                "--out",
                again.toString());
        assertThat(label.code()).as(label.error()).isZero();
        List<XyzFrame> found = ExtendedXyz.read(dir.resolve("c.extxyz"));
        List<XyzFrame> labelled = ExtendedXyz.read(again);
        for (int k = 0; k < 3; k++) {
            double energy = found.get(k).number("energy").orElseThrow();
            assertThat(energy).isCloseTo(labelled.get(k).number("energy").orElseThrow(), within(1e-8));
            double[] forces = found.get(k).reals("forces").orElseThrow();
            double[] wanted = labelled.get(k).reals("forces").orElseThrow();
            for (int a = 0; a < forces.length; a++) {
                assertThat(forces[a]).isCloseTo(wanted[a], within(1e-8));
            }
            assertThat(found.get(k).number("capped_share")).hasValue(0);
        }
        CommandRun hmc = sample(
                "h.extxyz", "--count", "2", "--correct", "hmc", "--force-cap", "5", "--settings", settings.toString());
        assertThat(hmc.code()).as(hmc.error()).isZero();
        assertThat(hmc.error()).contains("4 trajectories, acceptance ", "capped at 5.0 eV/angstrom");
        assertThat(ExtendedXyz.readFirst(dir.resolve("h.extxyz")).number("acceptance"))
                .isPresent();
    }

    @Test
    @Tag("lammps")
    void a_corrected_frame_does_not_depend_on_how_many_are_drawn_either() throws IOException {
        String settings = settings().toString();
        sample("few.extxyz", "--count", "1", "--correct", "baoab", "--settings", settings);
        sample("many.extxyz", "--count", "2", "--correct", "baoab", "--settings", settings);
        assertThat(ExtendedXyz.readFirst(dir.resolve("many.extxyz")))
                .isEqualTo(ExtendedXyz.readFirst(dir.resolve("few.extxyz")));
    }

    private Path settings() throws IOException {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH");
        return Files.writeString(
                dir.resolve("code.yaml"), "pair: [pair_style sw, pair_coeff * * Si.sw Si]\nfiles: [Si.sw]\n");
    }

    @Test
    void corrections_that_cannot_be_meant_are_refused() {
        assertThat(sample("x", "--correct", "baoab").error()).contains("wanted is --settings FILE");
        assertThat(sample("x", "--correct", "baoab", "--forces", "model").error())
                .contains("holds a linear force", "it would correct nothing");
        assertThat(sample("x", "--correct", "hmc", "--forces", "model").error()).contains("--forces", "has no energy");
        assertThat(sample("x", "--correct", "euler").error()).contains("--correct is 'euler'", "baoab");
        assertThat(sample("x", "--correct", "baoab", "--delta", "2").error()).contains("--delta is 2.0", "below 2");
    }

    private CommandRun sample(String out, String... more) {
        return sample(out, 900, more);
    }

    private CommandRun sample(String out, int kelvin, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "sample",
                "--model",
                dir.resolve("model").toString(),
                "--temperature",
                Integer.toString(kelvin),
                "--out",
                dir.resolve(out).toString()));
        words.addAll(List.of(more));
        return CommandRun.of(words.toArray(String[]::new));
    }
}
