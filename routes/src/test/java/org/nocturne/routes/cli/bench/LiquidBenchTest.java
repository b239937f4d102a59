package org.nocturne.routes.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.structure.Structure;
import org.nocturne.routes.cli.step.CommandRun;
import org.nocturne.routes.cli.step.SmallLiquid;

/** The ledger of a liquid, on Lennard-Jones MD by LAMMPS: independent replicas fail at no line, what is wrong on purpose fails. */
@Tag("lammps")
@Tag("slow")
class LiquidBenchTest {
    @TempDir
    static Path dir;

    @BeforeAll
    static void references() throws IOException {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
        SmallLiquid.write(dir);
        CommandRun md = SmallLiquid.reference(
                dir,
                "md",
                "80,85,90",
                "--replicas",
                "3",
                "--equilibration",
                "2000",
                "--frames",
                "50",
                "--spacing",
                "300",
                "--energies-per-frame",
                "15");
        assertThat(md.code()).as(md.error()).isZero();
        assertThat(md.output())
                .contains(
                        "Var U: ",
                        "by kB T^2 dU/dT of U = a + b T^(3/5) through 3 temperatures",
                        "independence, energy")
                .contains("independence, S(k) of the longest waves", "displacement from the start: pass");
        CommandRun independent = SmallLiquid.reference(
                dir,
                "independent",
                "85",
                "--replicas",
                "40",
                "--equilibration",
                "2500",
                "--frames",
                "1",
                "--spacing",
                "10",
                "--energies-per-frame",
                "1",
                "--seed",
                "5");
        assertThat(independent.code()).as(independent.error()).isZero();
        List<XyzFrame> all = new ArrayList<>();
        for (int r = 1; r <= 40; r++) {
            all.addAll(ExtendedXyz.read(dir.resolve("independent/T85-r" + r + ".extxyz")));
        }
        ExtendedXyz.write(all, dir.resolve("independent.extxyz"));
    }

    private static SamplesBench bench() {
        return new SamplesBench(dir.resolve("md"), dir.resolve("argon.yaml"), 85);
    }

    @Test
    void independent_replicas_fail_at_no_line() throws IOException {
        List<JsonNode> gates = bench().gates(dir.resolve("independent.extxyz"));

        assertThat(gates)
                .extracting(g -> g.get("verdict").asText())
                .as("%s", gates)
                .doesNotContain("fail")
                .contains("pass");
        assertThat(gates)
                .filteredOn(g -> g.get("name").asText().equals("diffusion"))
                .singleElement()
                .satisfies(g -> assertThat(g.get("verdict").asText()).isEqualTo("pass"));
        assertThat(gates)
                .filteredOn(g -> g.get("name").asText().equals("rho-U"))
                .singleElement()
                .satisfies(g -> assertThat(g.get("source").asText())
                        .startsWith("frozen reference md, 3 replicas")
                        .endsWith("; kB T^2 dU/dT of U = a + b T^(3/5) through 3 temperatures"));
    }

    @Test
    void copies_of_one_frame_fail() throws IOException {
        XyzFrame one = ExtendedXyz.read(dir.resolve("independent.extxyz")).get(0);
        Path copies = dir.resolve("copies.extxyz");
        ExtendedXyz.write(Collections.nCopies(40, one), copies);

        assertThat(bench().failed(copies)).contains("diffusion", "rho-U", "law-S");
        assertThat(bench().run(copies).code()).isEqualTo(1);
    }

    @Test
    void one_continuous_trajectory_fails() throws IOException {
        assertThat(bench().failed(dir.resolve("md/T85-r1.extxyz"))).contains("diffusion");
    }

    @Test
    void five_kelvin_too_warm_fails_by_the_mean_energy() throws IOException {
        List<XyzFrame> warmer = new ArrayList<>();
        for (int r = 1; r <= 3; r++) {
            warmer.addAll(ExtendedXyz.read(dir.resolve("md/T90-r" + r + ".extxyz")));
        }
        ExtendedXyz.write(warmer, dir.resolve("warmer.extxyz"));

        assertThat(bench().failed(dir.resolve("warmer.extxyz"))).contains("mean-energy");
    }

    /** Without energies in the file: the code says them. */
    @Test
    void a_heated_crystal_fails() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        Structure lattice = SmallLiquid.lattice();
        List<XyzFrame> frames = new ArrayList<>();
        for (int f = 0; f < 40; f++) {
            double[] u = new double[3 * lattice.size()];
            for (int k = 0; k < u.length; k++) {
                u[k] = 0.3 * random.nextGaussian();
            }
            frames.add(new XyzFrame(lattice.displaced(u)));
        }
        ExtendedXyz.write(frames, dir.resolve("crystal.extxyz"));

        assertThat(bench().failed(dir.resolve("crystal.extxyz")))
                .contains("mean-energy", "g-of-r", "diffusion")
                .anyMatch(name -> name.startsWith("S-of-k"));
    }

    @Test
    void another_density_is_another_liquid() throws IOException {
        List<XyzFrame> denser = List.of(new XyzFrame(SmallLiquid.lattice().scaled(0.99)));
        ExtendedXyz.write(denser, dir.resolve("denser.extxyz"));
        CommandRun run = bench().run(dir.resolve("denser.extxyz"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error()).contains("of cell vector a is 22.6908 angstrom; in the reference it is 22.9200");
    }

    @Test
    void a_model_has_nothing_to_draw_around() {
        CommandRun run = CommandRun.of(
                "bench",
                "variance",
                "--model",
                dir.resolve("nowhere").toString(),
                "--reference",
                dir.resolve("md").toString(),
                "--settings",
                dir.resolve("argon.yaml").toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error()).contains("is a reference of a liquid", "wanted is --samples");
    }
}
