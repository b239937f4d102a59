package org.nocturne.routes.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.Sha256;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.routes.cli.step.CommandRun;

/** Reference MD of 216 silicon atoms by LAMMPS, a model learned from two of its temperatures, and the ledger at the third. */
@Tag("lammps")
class BenchVarianceTest {
    @TempDir
    static Path dir;

    @BeforeAll
    static void referenceAndModel() throws IOException {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
        SmallReference.make(dir);
    }

    private static CommandRun bench(String what, Path judged, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "bench",
                "variance",
                what,
                judged.toString(),
                "--reference",
                dir.resolve("reference").toString(),
                "--settings",
                dir.resolve("silicon.yaml").toString()));
        words.addAll(List.of(more));
        return CommandRun.of(words.toArray(String[]::new));
    }

    private static CommandRun benchModel(String... more) {
        return bench("--model", dir.resolve("model"), more);
    }

    /** With 300 samples a right generator leaves the band of the energy variance once in a hundred seeds; with 100, once in eight. */
    @Test
    void every_control_fails_at_a_gate_and_the_corrected_generator_at_none() throws IOException {
        CommandRun run = benchModel("--correct", "baoab", "--steps", "8", "--count", "300", "--controls", "--json");
        JsonNode answer = new ObjectMapper().readTree(run.output());

        assertThat(answer.get("controls")).hasSize(8).as(run.output()).allSatisfy(control -> assertThat(
                        control.get("failed").asBoolean())
                .isTrue());
        List<JsonNode> gates =
                StreamSupport.stream(answer.get("gates").spliterator(), false).toList();
        assertThat(gates).extracting(g -> g.get("T").asDouble()).containsOnly(900.0); // the one it was not trained at
        assertThat(gates)
                .extracting(g -> g.get("verdict").asText())
                .as(run.output())
                .doesNotContain("fail");
        assertThat(gates)
                .extracting(g -> g.get("name").asText())
                .contains("mean-energy", "rho-U", "rho-u", "rho-q", "effective-rank", "coverage", "distance", "g-of-r");
        assertThat(answer.at("/sites/0/reference/configurations").asInt()).isEqualTo(72);
        assertThat(answer.at("/sites/0/drawn/hopped").asInt(-1)).isZero(); // no silicon atom leaves its site in 5 ps
        assertThat(run.code()).isZero();
    }

    /** A replica of the reference, judged as if it were samples: its configurations are those of equilibrium. */
    @Test
    void samples_of_a_file_are_judged_as_they_are() {
        CommandRun run = bench("--samples", dir.resolve("reference/T900-r2.extxyz"), "--temperatures", "900");

        assertThat(run.error()).isEmpty();
        assertThat(run.output()).contains("900K, M = 24", "mean-energy");
    }

    /** Two atoms far apart have changed places in one of three replicas. */
    @Test
    void replicas_that_leave_their_basin_are_left_out_where_that_is_asked_for() throws IOException {
        Path exchanged = dir.resolve("exchanged");
        Files.createDirectories(exchanged);
        try (Stream<Path> files = Files.list(dir.resolve("reference"))) {
            for (Path file : files.toList()) {
                Files.copy(file, exchanged.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path frames = exchanged.resolve("T900-r3.extxyz");
        String before = Sha256.of(frames);
        List<XyzFrame> changed = new ArrayList<>();
        for (XyzFrame frame : ExtendedXyz.read(frames)) {
            double[] xyz = frame.structure().xyzAngstrom();
            for (int k = 0; k < 3; k++) {
                double one = xyz[k];
                xyz[k] = xyz[300 + k];
                xyz[300 + k] = one;
            }
            changed.add(new XyzFrame(frame.structure().withPositions(xyz), frame.info(), frame.arrays()));
        }
        ExtendedXyz.write(changed, frames);
        Path page = exchanged.resolve("reference.json");
        Files.writeString(page, Files.readString(page).replace(before, Sha256.of(frames)));
        Path samples = dir.resolve("reference/T900-r2.extxyz");

        CommandRun all = CommandRun.of(
                "bench",
                "variance",
                "--samples",
                samples.toString(),
                "--temperatures",
                "900",
                "--reference",
                exchanged.toString(),
                "--settings",
                dir.resolve("silicon.yaml").toString());
        CommandRun within = CommandRun.of(
                "bench",
                "variance",
                "--samples",
                samples.toString(),
                "--temperatures",
                "900",
                "--reference",
                exchanged.toString(),
                "--settings",
                dir.resolve("silicon.yaml").toString(),
                "--within-basin");

        assertThat(all.output()).as(all.error()).contains("3 replicas of ").doesNotContain("left out");
        assertThat(within.output())
                .as(within.error())
                .contains("2 replicas of ", "; 1 in which atoms left their sites left out");
    }

    /** 24 frames of one run have 24 directions; their Gaussian has the right mean square and much too wide an energy. */
    @Test
    void the_covariance_of_a_few_frames_is_no_generator() throws IOException {
        CommandRun run = bench(
                "--covariance",
                dir.resolve("reference/T900-r2.extxyz"),
                "--temperatures",
                "900",
                "--count",
                "120",
                "--json");

        assertThat(run.code()).as(run.error()).isEqualTo(1);
        List<JsonNode> failed = StreamSupport.stream(
                        new ObjectMapper().readTree(run.output()).get("gates").spliterator(), false)
                .filter(g -> g.get("verdict").asText().equals("fail"))
                .toList();
        assertThat(failed).extracting(g -> g.get("name").asText()).contains("rho-U", "effective-rank");
    }

    /** A minute's worth of it puts the atoms near their sites; that it knows their energy would be a surprise. */
    @Test
    @Tag("slow")
    void a_denoiser_of_thermal_frames_is_judged_as_a_generator() throws IOException {
        String frames = dir.resolve("reference/T900-r2.extxyz").toString();
        CommandRun train = CommandRun.of(
                "train-variants",
                "--frames",
                frames,
                "--noise",
                "0.02:0.3",
                "--steps",
                "120",
                "--channels",
                "8",
                "--layers",
                "1",
                "--out",
                dir.resolve("denoiser").toString());
        assertThat(train.code()).as(train.error()).isZero();
        assertThat(train.output()).contains("24 structures, 5 of them held out");

        CommandRun run =
                bench("--denoiser", dir.resolve("denoiser"), "--temperatures", "900", "--count", "24", "--json");

        assertThat(run.code()).as(run.error()).isEqualTo(1);
        assertThat(gate(run, "rho-u").get("value").asDouble()).isBetween(0.3, 3.0);
        assertThat(gate(run, "mean-energy").get("verdict").asText()).isEqualTo("fail");
    }

    private static JsonNode gate(CommandRun run, String name) throws IOException {
        return StreamSupport.stream(
                        new ObjectMapper().readTree(run.output()).get("gates").spliterator(), false)
                .filter(g -> g.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_reference_is_frozen() throws IOException {
        byte[] before = Files.readAllBytes(dir.resolve("reference/reference.json"));

        assertThat(SmallReference.run(dir, "600,900,1200").output()).contains("complete and frozen; nothing was run");
        CommandRun other = SmallReference.run(dir, "600,900");

        assertThat(other.code()).isEqualTo(2);
        assertThat(other.error()).contains("a reference is frozen, another needs a folder of its own");
        assertThat(Files.readAllBytes(dir.resolve("reference/reference.json"))).isEqualTo(before);
    }

    /** The target is the mean pattern of one replica of MD at a temperature that the model has not seen, with noise. */
    @Test
    @Tag("slow")
    void the_temperature_is_read_off_the_pattern_and_its_ensemble_is_written() throws IOException {
        CommandRun target = CommandRun.of(
                "scatter",
                dir.resolve("reference/T900-r2.extxyz").toString(),
                "--q",
                "2:9:141",
                "--fwhm",
                "0.25",
                "--noise",
                "0.015",
                "--out",
                dir.resolve("target.xye").toString());
        assertThat(target.code()).as(target.error()).isZero();

        CommandRun run = infer("--json", "--out", dir.resolve("ensemble.extxyz").toString(), "--count", "3");
        JsonNode answer = new ObjectMapper().readTree(run.output());

        double bound = answer.get("fisherBoundK").asDouble();
        assertThat(answer.get("identified").asBoolean()).as(run.output()).isTrue();
        assertThat(answer.get("temperatureK").asDouble()).isBetween(900 - 6 * bound, 900 + 6 * bound);
        assertThat(answer.get("reducedChiSquare").asDouble()).isBetween(0.5, 1.6);
        assertThat(ExtendedXyz.read(dir.resolve("ensemble.extxyz"))).hasSize(3);
        assertThat(infer().output()).contains("95 % interval", "direction:"); // from the library, nothing drawn again
    }

    private static CommandRun infer(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "infer",
                dir.resolve("target.xye").toString(),
                "--model",
                dir.resolve("model").toString(),
                "--temperatures",
                "500:1300:5",
                "--samples",
                "16",
                "--fwhm",
                "0.25",
                "--target-configurations",
                "24",
                "--library",
                dir.resolve("library").toString(),
                "--correct",
                "baoab",
                "--settings",
                dir.resolve("silicon.yaml").toString()));
        words.addAll(List.of(more));
        return CommandRun.of(words.toArray(String[]::new));
    }

    @Test
    void a_temperature_without_reference_is_refused_before_anything_is_drawn() {
        CommandRun run = benchModel("--temperatures", "700");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error()).contains("the reference has MD at [600K, 900K, 1200K], none at 700K");
    }
}
