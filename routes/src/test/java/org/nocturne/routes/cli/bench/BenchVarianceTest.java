package org.nocturne.routes.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.reference.ReferenceFolder;
import org.nocturne.learning.reference.ReferenceManifest;
import org.nocturne.learning.train.ForceModelTrainer;
import org.nocturne.learning.train.TrainingFrame;
import org.nocturne.routes.cli.step.CommandRun;
import org.nocturne.routes.cli.step.Silicon;

/** Reference MD of 216 silicon atoms by LAMMPS, a model learned from two of its temperatures, and the ledger at the third. */
@Tag("lammps")
class BenchVarianceTest {
    private static final String SETTINGS =
            "pair: ['pair_style sw', 'pair_coeff * * Si.sw Si']\nfiles: [Si.sw]\ntimestep-fs: 1\ndamp-fs: 100\n";

    @TempDir
    static Path dir;

    @BeforeAll
    static void referenceAndModel() throws IOException {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
        Files.writeString(dir.resolve("silicon.yaml"), SETTINGS);
        ExtendedXyz.write(List.of(new XyzFrame(Silicon.crystal(3))), dir.resolve("silicon.extxyz"));
        CommandRun made = reference("600,900,1200");
        assertThat(made.code()).as(made.error()).isZero();
        assertThat(made.output()).contains("900K: U - U_IS", "independence, energy");
        train();
    }

    private static CommandRun reference(String temperatures) {
        return CommandRun.of(
                "reference",
                dir.resolve("silicon.extxyz").toString(),
                "--settings",
                dir.resolve("silicon.yaml").toString(),
                "--temperatures",
                temperatures,
                "--replicas",
                "3",
                "--equilibration",
                "2000",
                "--frames",
                "24",
                "--spacing",
                "200",
                "--energies-per-frame",
                "9",
                "--work",
                dir.resolve("work").toString(),
                "--out",
                dir.resolve("reference").toString());
    }

    private static void train() {
        ReferenceFolder folder = new ReferenceFolder(dir.resolve("reference"));
        ReferenceManifest manifest = folder.manifest().orElseThrow();
        InherentStructure inherent = folder.inherent(manifest);
        List<TrainingFrame> frames = new ArrayList<>();
        for (ReferenceManifest.Run run : manifest.runs()) {
            if (run.temperatureK() != 900 && run.number() == 1) {
                for (Frame frame : folder.frames(run)) {
                    frames.add(TrainingFrame.of(
                            inherent.structure(),
                            frame.structure(),
                            frame.temperature(),
                            frame.label().forcesEvPerAngstrom()));
                }
            }
        }
        new ForceModelTrainer(inherent, manifest.method(), 3.9, 1)
                .train(1, "model", frames, "0".repeat(64), new CampaignFiles(dir));
    }

    private static CommandRun bench(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "bench",
                "variance",
                "--model",
                dir.resolve("model").toString(),
                "--reference",
                dir.resolve("reference").toString(),
                "--settings",
                dir.resolve("silicon.yaml").toString()));
        words.addAll(List.of(more));
        return CommandRun.of(words.toArray(String[]::new));
    }

    @Test
    void every_control_fails_at_a_gate_and_the_corrected_generator_at_none() throws IOException {
        CommandRun run = bench("--correct", "baoab", "--steps", "8", "--count", "100", "--controls", "--json");
        JsonNode answer = new ObjectMapper().readTree(run.output());

        assertThat(answer.get("controls")).hasSize(7).as(run.output()).allSatisfy(control -> assertThat(
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
        CommandRun run = CommandRun.of(
                "bench",
                "variance",
                "--samples",
                dir.resolve("reference/T900-r2.extxyz").toString(),
                "--temperatures",
                "900",
                "--reference",
                dir.resolve("reference").toString(),
                "--settings",
                dir.resolve("silicon.yaml").toString());

        assertThat(run.error()).isEmpty();
        assertThat(run.output()).contains("900K, M = 24", "mean-energy");
    }

    @Test
    void a_reference_is_frozen() throws IOException {
        byte[] before = Files.readAllBytes(dir.resolve("reference/reference.json"));

        assertThat(reference("600,900,1200").output()).contains("complete and frozen; nothing was run");
        CommandRun other = reference("600,900");

        assertThat(other.code()).isEqualTo(2);
        assertThat(other.error()).contains("a reference is frozen, another needs a folder of its own");
        assertThat(Files.readAllBytes(dir.resolve("reference/reference.json"))).isEqualTo(before);
    }

    @Test
    void a_temperature_without_reference_is_refused_before_anything_is_drawn() {
        CommandRun run = bench("--temperatures", "700");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error()).contains("the reference has MD at [600K, 900K, 1200K], none at 700K");
    }
}
