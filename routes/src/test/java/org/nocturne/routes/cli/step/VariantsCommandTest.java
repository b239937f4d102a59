package org.nocturne.routes.cli.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Matrix3;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.neural.DenoiserFolder;
import org.nocturne.generator.neural.ExecutionDevice;
import org.nocturne.generator.neural.OnnxDenoiser;
import org.nocturne.generator.variant.PartialNoising;
import org.nocturne.routes.run.Child;
import org.nocturne.routes.run.GlassOfEngine;

/** From quenches of 64 atoms, much too fast to be good glasses, through a short training to minimised variants. */
@Tag("lammps")
class VariantsCommandTest {
    @TempDir
    static Path dir;

    @BeforeAll
    static void a_library_and_a_denoiser() throws IOException {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
        Files.writeString(
                dir.resolve("silicon.yaml"),
                "pair: ['pair_style sw', 'pair_coeff * * Si.sw Si']\nfiles: [Si.sw]\ntimestep-fs: 2\n");
        ExtendedXyz.write(List.of(new XyzFrame(Silicon.crystal(1))), dir.resolve("cell.extxyz"));
        CommandRun quench = CommandRun.of(
                "quench",
                at("cell.extxyz"),
                "--repeat",
                "2,2,2",
                "--settings",
                at("silicon.yaml"),
                "--slots",
                "1",
                "--coordination",
                "2.9",
                "--rates",
                "3000",
                "--count",
                "3",
                "--melt",
                "5000",
                "--melt-time",
                "1",
                "--work",
                at("work"),
                "--out",
                at("quenches"));
        assertThat(quench.code()).as(quench.error()).isZero();
        CommandRun train = train("model", "--steps", "80");
        assertThat(train.code()).as(train.error()).isZero();
        assertThat(train.error()).contains("train-variants 2/80", "train-variants 80/80", "held out");
        assertThat(train.output()).contains("3 structures, 1 of them held out", "held out: 0.051 angstrom of noise");
    }

    private static String at(String name) {
        return dir.resolve(name).toString();
    }

    private static CommandRun train(String out, String... more) {
        List<String> line = new ArrayList<>(
                List.of("train-variants", at("quenches"), "--channels", "8", "--layers", "1", "--out", at(out)));
        line.addAll(List.of(more));
        return CommandRun.of(line.toArray(new String[0]));
    }

    private static CommandRun variants(String out, String... more) {
        List<String> line = new ArrayList<>(List.of(
                "variants",
                at("quenches"),
                "--settings",
                at("silicon.yaml"),
                "--slots",
                "1",
                "--work",
                at("work"),
                "--denoise-steps",
                "10",
                "--out",
                at(out)));
        if (!List.of(more).contains("--model") && !List.of(more).contains("--noise-only")) {
            line.addAll(List.of("--model", at("model")));
        }
        line.addAll(List.of(more));
        return CommandRun.of(line.toArray(new String[0]));
    }

    @Test
    void a_denoiser_learns_from_a_library_or_from_frames() {
        CommandRun both = train("both", "--frames", at("cell.extxyz"));

        assertThat(both.code()).isEqualTo(2);
        assertThat(both.error()).contains("found 1 libraries and 1 --frames; one of the two is wanted");
    }

    @Test
    void variants_are_minimised_and_told_against_their_parents() throws Exception {
        CommandRun run = variants("v.extxyz", "--sigma", "0.6", "--count", "2", "--seed", "3");

        assertThat(run.code()).as(run.error()).isZero();
        assertThat(run.error()).contains("parents 2/2", "denoise 2/2", "minimise 2/2");
        assertThat(run.output())
                .contains("minimised: variant 1 of rate3000-1, 64 atoms: ", "variant 2 of rate3000-2", "% new bonds")
                .contains("sigma 0.6 angstrom", "variants: 2 of 2;")
                .doesNotContain("between copies");
        List<XyzFrame> found = ExtendedXyz.read(dir.resolve("v.extxyz"));
        List<XyzFrame> parents = ExtendedXyz.read(dir.resolve("quenches/inherent.extxyz"));
        assertThat(found).hasSize(2);
        for (int k = 0; k < 2; k++) {
            XyzFrame variant = found.get(k);
            assertThat(variant.text("parent")).contains("rate3000-" + (k + 1));
            double energy = variant.number("energy").orElseThrow() / 64;
            assertThat(energy).isBetween(-4.3, -3.8);
            assertThat(variant.number("energy_over_parent").orElseThrow())
                    .isCloseTo(energy - parents.get(k).number("energy").orElseThrow() / 64, within(1e-6));
            assertThat(variant.number("new_bonds").orElseThrow()).isBetween(0.01, 1.0);
        }

        CommandRun again = variants("again.extxyz", "--sigma", "0.6", "--count", "2", "--seed", "3");
        assertThat(again.output().lines().limit(2).toList())
                .isEqualTo(run.output().lines().limit(2).toList());
        CommandRun other = variants("other.extxyz", "--sigma", "0.6", "--count", "2", "--seed", "4");
        assertThat(other.output().lines().limit(2).toList())
                .isNotEqualTo(run.output().lines().limit(2).toList());
    }

    @Test
    void copies_of_a_tiled_parent_go_apart_and_may_be_annealed() throws Exception {
        CommandRun run = variants(
                "tiled.extxyz",
                "--sigma",
                "0.6",
                "--count",
                "1",
                "--tile",
                "2,1,1",
                "--parents",
                "rate3000-2",
                "--bond",
                "2.8",
                "--anneal-to",
                "800",
                "--anneal-steps",
                "200");

        assertThat(run.code()).as(run.error()).isZero();
        assertThat(run.output())
                .contains("minimised: variant 1 of rate3000-2, 128 atoms", "% between copies", "bonds within 2.80")
                .contains("annealed at 800K: variant 1 of rate3000-2, 128 atoms");
        XyzFrame variant = ExtendedXyz.read(dir.resolve("tiled.extxyz")).get(0);
        assertThat(variant.structure().size()).isEqualTo(128);
        assertThat(variant.number("bonds_between_copies").orElseThrow()).isBetween(0.01, 1.0);
    }

    @Test
    void noise_alone_can_be_compared_with() {
        CommandRun with = variants("with.extxyz", "--sigma", "0.5", "--count", "1");
        CommandRun alone = variants("alone.extxyz", "--sigma", "0.5", "--count", "1", "--noise-only");

        assertThat(alone.code()).as(alone.error()).isZero();
        assertThat(alone.error()).contains("noise 1/1").doesNotContain("denoise");
        assertThat(alone.output().lines().findFirst())
                .isNotEqualTo(with.output().lines().findFirst());
    }

    @Test
    void the_denoiser_makes_the_variants_of_a_campaign(@TempDir Path night) throws Exception {
        Path file = GlassOfEngine.write(night, "{sigma-angstrom: 0.6, denoiser: " + at("model") + "}");

        Child run = Child.run(night, "run", file.toString());

        assertThat(run.exitCode()).as(run.output()).isZero();
        Path folder = night.resolve("runs/small");
        assertThat(Files.readString(folder.resolve("route.log")))
                .contains("noise of 0.6 angstrom, taken away by a denoiser (model)")
                .containsPattern("assess +campaign=small round=2 .*dE=.* newbonds=");
        assertThat(folder.resolve("inputs/denoiser/model/denoiser.onnx")).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve("report.html")))
                .containsPattern("taken away by a denoiser \\(model\\), SHA-256 [0-9a-f]{12}…");
    }

    @Test
    void a_finished_training_is_not_repeated() throws Exception {
        byte[] before = Files.readAllBytes(dir.resolve("model/denoiser.onnx"));

        CommandRun again = train("model", "--steps", "80");

        assertThat(again.error()).doesNotContain("train-variants 2/80");
        assertThat(Files.readAllBytes(dir.resolve("model/denoiser.onnx"))).isEqualTo(before);
    }

    @Test
    void what_cannot_be_meant_is_named() throws Exception {
        refused(variants("no.extxyz", "--sigma", "2"), "--sigma is 2.0 angstrom; the denoiser has learned 0.04 to 0.8");
        refused(variants("no.extxyz", "--noise-only", "--sigma", "0"), "--sigma is 0.0 angstrom; it must be above 0");
        refused(variants("no.extxyz", "--tile", "2,2"), "--tile is [2, 2]; three whole numbers");
        refused(variants("no.extxyz", "--count", "0"), "--count is 0");
        refused(variants("no.extxyz", "--parents", "rate5-1"), "--parents names rate5-1", "rate3000-1, rate3000-2");
        refused(
                variants("no.extxyz", "--model", at("quenches")),
                "denoiser.json: there is no such file",
                "train-variants");
        refused(train("no", "--noise", "1:0.5"), "noise goes from 1.0 to 0.5");
        refused(train("no", "--held-out", "0.9"), "share of 0.9");
        refused(
                CommandRun.of("train-variants", at("work"), "--out", at("no")),
                "holds no quenches.json",
                "nocturne quench");
        assertThat(dir.resolve("no.extxyz")).doesNotExist();
    }

    @Test
    void a_denoiser_that_was_changed_or_learned_from_another_element_is_not_used() throws Exception {
        Path model = dir.resolve("changed");
        Files.createDirectories(model);
        String manifest = Files.readString(dir.resolve("model/denoiser.json"));
        Files.copy(dir.resolve("model/denoiser.onnx"), model.resolve("denoiser.onnx"));
        Files.writeString(model.resolve("denoiser.json"), manifest.replace("[ \"Si\" ]", "[ \"Ge\" ]"));
        refused(
                variants("no.extxyz", "--model", model.toString()),
                "the structure holds Si; the denoiser has learned Ge only");

        Files.write(model.resolve("denoiser.onnx"), new byte[] {1});
        refused(variants("no.extxyz", "--model", model.toString()), "denoiser.onnx: SHA-256 is", "the file is not run");
    }

    private static void refused(CommandRun run, String... words) {
        assertThat(run.code()).as(run.output()).isEqualTo(2);
        assertThat(run.error()).contains(words);
    }

    /** Of the whole way down from the noise, with the noise turned along. */
    @Test
    void a_rotation_and_a_shift_of_the_parent_turn_and_shift_the_variant() throws Exception {
        Structure parent =
                ExtendedXyz.readFirst(dir.resolve("quenches/inherent.extxyz")).structure();
        double c = Math.cos(0.4);
        double s = Math.sin(0.4);
        double[] r = {c, s, 0, -s * 0.8, c * 0.8, 0.6, s * 0.6, -c * 0.6, 0.8};
        double[] shift = new double[3 * parent.size()];
        for (int k = 0; k < shift.length; k++) {
            shift[k] = new double[] {7.25, -3.5, 1.125}[k % 3];
        }
        Structure moved = new Structure(
                        Cell.periodic(Matrix3.times(parent.cell().rows(), r)),
                        parent.species(),
                        turned(parent.xyzAngstrom(), r))
                .displaced(shift);

        try (OnnxDenoiser denoiser = DenoiserFolder.read(dir.resolve("model")).open(ExecutionDevice.cpu(1))) {
            PartialNoising noising = new PartialNoising(denoiser, 0.7, 8);
            SplittableRandom plain = new SplittableRandom(5);
            SplittableRandom same = new SplittableRandom(5);

            double[] before =
                    noising.vary(parent, 0.4, normal(plain, parent.size())).xyzAngstrom();
            Supplier<double[]> along = normal(same, parent.size());
            double[] after =
                    noising.vary(moved, 0.4, () -> turned(along.get(), r)).xyzAngstrom();

            double[] wanted = turned(before, r);
            double most = 0;
            for (int k = 0; k < wanted.length; k++) {
                most = Math.max(most, Math.abs(after[k] - shift[k] - wanted[k]));
            }
            assertThat(most).isLessThan(1e-5);
        }
    }

    @Test
    void next_to_no_noise_gives_the_parent_back() throws Exception {
        Structure parent =
                ExtendedXyz.readFirst(dir.resolve("quenches/inherent.extxyz")).structure();
        try (OnnxDenoiser denoiser = DenoiserFolder.read(dir.resolve("model")).open(ExecutionDevice.cpu(1))) {
            for (double sigma : new double[] {1e-2, 1e-4}) {
                double[] found = new PartialNoising(denoiser, 0.7, 8)
                        .vary(parent, sigma, new SplittableRandom(5))
                        .xyzAngstrom();
                for (int k = 0; k < found.length; k++) {
                    assertThat(found[k]).isCloseTo(parent.xyzAngstrom()[k], within(8 * sigma));
                }
            }
        }
    }

    private static Supplier<double[]> normal(SplittableRandom random, int atoms) {
        return () -> {
            double[] out = new double[3 * atoms];
            for (int k = 0; k < out.length; k++) {
                out[k] = random.nextGaussian();
            }
            return out;
        };
    }

    private static double[] turned(double[] vectors, double[] r) {
        double[] out = new double[vectors.length];
        double[] v = new double[3];
        for (int k = 0; k < vectors.length; k += 3) {
            Matrix3.rowTimes(vectors[k], vectors[k + 1], vectors[k + 2], r, v);
            System.arraycopy(v, 0, out, k, 3);
        }
        return out;
    }
}
