package org.nocturne.routes.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.crystal.LocalEnvironments;
import org.nocturne.core.crystal.SiteTable;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.port.ForceModel;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.InherentStructure;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.reference.ReferenceFolder;
import org.nocturne.learning.reference.ReferenceManifest;
import org.nocturne.learning.train.ForceModelTrainer;
import org.nocturne.learning.train.TrainingFrame;
import org.nocturne.routes.cli.step.CommandRun;
import org.nocturne.routes.cli.step.Silicon;

class BenchSamplingTest {
    private static final ForceModel NOTHING = new ForceModel() {
        @Override
        public double[] forces(LocalEnvironments environments, double[] u, Kelvin temperature) {
            throw new UnsupportedOperationException("sizes are told without a force");
        }

        @Override
        public void close() {}
    };

    @TempDir
    Path dir;

    private static ScaleBench.Row row(int atoms, double seconds) {
        return new ScaleBench.Row(atoms, 0, seconds, seconds, 0, 1);
    }

    @Test
    void the_slope_of_a_power_law_is_its_power() {
        List<ScaleBench.Row> rows = new ArrayList<>();
        for (int atoms : new int[] {1024, 8192, 65_536}) {
            rows.add(row(atoms, 3e-6 * Math.pow(atoms, 4.0 / 3)));
        }
        assertThat(ScaleBench.slope(rows)).isCloseTo(4.0 / 3, within(1e-12));
    }

    /** x(t+1) = a x(t) + noise has rho(t) = a^t, and so 2 tau = (1 + a) / (1 - a). */
    @Test
    void values_worth_one_are_those_of_a_known_process() {
        Random random = new Random(5);
        List<double[]> series = new ArrayList<>();
        for (int s = 0; s < 4; s++) {
            double[] x = new double[20_000];
            for (int t = 1; t < x.length; t++) {
                x[t] = 0.8 * x[t - 1] + random.nextGaussian();
            }
            series.add(x);
        }
        assertThat(YieldBench.valuesForOne(series)).isCloseTo(9, within(0.6));
    }

    @Test
    void training_set_up_and_equilibration_are_counted_once() {
        YieldBench.Row row = new YieldBench.Row(Kelvin.of(300), 200, 500, true, 0.001, 0.05, 2, 6000);

        assertThat(row.byMd(200, 1000)).isCloseTo(6 + 200, within(1e-9));
        assertThat(row.byGenerator(30_000, 1000)).isCloseTo(30 + 2 + 50, within(1e-9));
    }

    /** Each draw has 3N - 3 independent modes, the softest of which weigh most: a few percent at 1024 atoms. */
    @Test
    void who_has_no_model_gets_one_of_silicon() throws IOException {
        CommandRun run = CommandRun.of("bench", "sampling", "--quick", "--json");
        assertThat(run.code()).as(run.error()).isZero();
        JsonNode answer = new ObjectMapper().readTree(run.output());
        assertThat(answer.get("model").asText()).contains("silicon");
        assertThat(answer.get("scale")).extracting(r -> r.get("atoms").asInt()).containsExactly(1024, 8192);
        assertThat(answer.get("scale"))
                .allSatisfy(r -> assertThat(r.get("meanSquareRatio").asDouble()).isCloseTo(1, within(0.05)));
    }

    @Test
    void a_reference_wants_a_model() {
        CommandRun run = CommandRun.of("bench", "sampling", "--reference", dir.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error()).contains("--reference is compared with a model; wanted is --model too");
    }

    @Test
    @Tag("lammps")
    void both_tables_are_made_for_a_model_and_its_reference() throws IOException {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
        Files.writeString(
                dir.resolve("silicon.yaml"),
                "pair: ['pair_style sw', 'pair_coeff * * Si.sw Si']\nfiles: [Si.sw]\ntimestep-fs: 1\ndamp-fs: 100\n");
        ExtendedXyz.write(List.of(new XyzFrame(Silicon.crystal(3))), dir.resolve("silicon.extxyz"));
        CommandRun made = CommandRun.of(
                ("reference " + dir + "/silicon.extxyz --settings " + dir + "/silicon.yaml --temperatures 300,600"
                                + " --replicas 2 --equilibration 500 --frames 8 --spacing 50 --energies-per-frame 5 --work "
                                + dir + "/work --out " + dir + "/reference")
                        .split(" "));
        assertThat(made.code()).as(made.error()).isZero();
        assertThat(made.output()).contains("sites: every atom is on its own site");
        train();

        CommandRun run = CommandRun.of(("bench sampling --quick --json --model " + dir + "/model --reference " + dir
                        + "/reference --settings " + dir + "/silicon.yaml --correct baoab --training-steps 3600")
                .split(" "));
        assertThat(run.code()).as(run.error()).isZero();
        JsonNode answer = new ObjectMapper().readTree(run.output());
        assertThat(answer.get("scale")).extracting(r -> r.get("atoms").asInt()).containsExactly(1024, 8192);
        // Each draw has 3N - 3 independent modes, the softest of which weigh most: a few percent at 1024 atoms.
        assertThat(answer.get("scale"))
                .allSatisfy(r -> assertThat(r.get("meanSquareRatio").asDouble()).isCloseTo(1, within(0.05)));
        assertThat(answer.get("yield")).hasSize(2).allSatisfy(r -> {
            assertThat(r.get("mdStepsByEnergy").asDouble()).isBetween(10.0, 400.0);
            assertThat(r.get("secondsPerMdStep").asDouble()).isPositive();
            assertThat(r.get("gainByWaves").asDouble()).isPositive();
        });
    }

    private void train() {
        ReferenceFolder folder = new ReferenceFolder(dir.resolve("reference"));
        ReferenceManifest manifest = folder.manifest().orElseThrow();
        InherentStructure inherent = folder.inherent(manifest);
        List<TrainingFrame> frames = new ArrayList<>();
        for (ReferenceManifest.Run run : manifest.runs()) {
            for (Frame frame : folder.frames(run)) {
                frames.add(TrainingFrame.of(
                        inherent.structure(),
                        frame.structure(),
                        frame.temperature(),
                        frame.label().forcesEvPerAngstrom()));
            }
        }
        new ForceModelTrainer(inherent, manifest.method(), 3.9, 1)
                .train(1, "model", frames, "0".repeat(64), new CampaignFiles(dir));
    }

    @Test
    void a_crystal_that_is_wanted_too_small_is_refused() {
        ScaleBench bench =
                new ScaleBench(Silicon.crystal(1), new SiteTable(4, List.of()), NOTHING, Kelvin.of(300), 1, 1);
        assertThat(bench.sizes(40_000)).containsExactly(8, 16);
        assertThatThrownBy(() -> bench.sizes(1000))
                .hasMessageContaining("--most-atoms is 1000; at least 4096 are wanted");
    }
}
