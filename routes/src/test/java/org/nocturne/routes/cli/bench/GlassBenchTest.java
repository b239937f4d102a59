package org.nocturne.routes.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.files.JsonPage;
import org.nocturne.learning.reference.ReferenceManifest;
import org.nocturne.routes.cli.step.CommandRun;
import org.nocturne.routes.cli.step.SmallGlass;

/** The ledger of a glass, on quenches of silicon by LAMMPS: other quenches fail at no line, what is wrong on purpose fails. */
@Tag("lammps")
@Tag("slow")
class GlassBenchTest {
    @TempDir
    static Path dir;

    @BeforeAll
    static void references() throws IOException {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
        SmallGlass.write(dir);
        CommandRun md = SmallGlass.reference(dir, "md", "--replicas", "8", "--frames", "4", "--seed", "1");
        assertThat(md.code()).as(md.error()).isZero();
        assertThat(md.output())
                .contains(
                        "300K: U_IS ", "8 quenches, 32 frames", "  U - U_IS: ", "times 3/2 N (kB T)^2", "  pressure: ")
                .contains("independence, melts: pass: 8 of 8 quenches are two neighbour distances apart");
        CommandRun other = SmallGlass.reference(dir, "other", "--replicas", "10", "--frames", "2", "--seed", "2");
        assertThat(other.code()).as(other.error()).isZero();
        List<XyzFrame> all = new ArrayList<>();
        List<XyzFrame> bottoms = new ArrayList<>();
        for (int r = 1; r <= 10; r++) {
            all.add(ExtendedXyz.read(dir.resolve("other/T300-r" + r + ".extxyz"))
                    .get(1));
            bottoms.addAll(ExtendedXyz.read(dir.resolve("other/T300-r" + r + ".inherent.extxyz")));
        }
        ExtendedXyz.write(all, dir.resolve("independent.extxyz"));
        ExtendedXyz.write(bottoms, dir.resolve("minima.extxyz"));
    }

    private static SamplesBench bench() {
        return new SamplesBench(dir.resolve("md"), dir.resolve("silicon.yaml"), 300);
    }

    @Test
    void other_quenches_fail_at_no_line() throws IOException {
        List<JsonNode> gates = bench().gates(dir.resolve("independent.extxyz"));

        assertThat(gates)
                .extracting(g -> g.get("verdict").asText())
                .as("%s", gates)
                .doesNotContain("fail");
        assertThat(gates)
                .extracting(g -> g.get("name").asText())
                .contains("mean-energy", "rho-U", "rho-u", "mean-inherent", "rho-inherent", "g-of-r", "diffusion");
        assertThat(gates)
                .extracting(g -> g.get("source").asText())
                .allMatch(s -> s.equals("frozen reference md, 8 quenches of 4 frames; 10 configurations of 10 melts"));
    }

    @Test
    void frames_of_one_quench_fail_for_want_of_others() throws IOException {
        Path one = dir.resolve("one.extxyz");
        List<XyzFrame> frames = ExtendedXyz.read(dir.resolve("md/T300-r1.extxyz"));
        List<XyzFrame> often = new ArrayList<>();
        for (int k = 0; k < 6; k++) {
            often.addAll(frames);
        }
        ExtendedXyz.write(often, one);

        assertThat(bench().failed(one)).containsExactly("diffusion");
        assertThat(bench().run(one).output()).contains("24 configurations of 1 melt");
    }

    /** Without energies that were stated: the code says them. */
    @Test
    void minima_without_motion_fail_within_their_basins() throws IOException {
        List<XyzFrame> bare = ExtendedXyz.read(dir.resolve("minima.extxyz")).stream()
                .map(f -> new XyzFrame(f.structure()))
                .toList();
        Path file = dir.resolve("bare.extxyz");
        ExtendedXyz.write(bare, file);

        assertThat(bench().failed(file)).contains("mean-energy", "rho-u");
    }

    @Test
    void a_glass_has_nothing_to_draw_around_and_no_sites_to_keep() {
        CommandRun within = bench().run(dir.resolve("independent.extxyz"), "--within-basin");
        assertThat(within.code()).isEqualTo(2);
        assertThat(within.error()).contains("is a reference of a glass (it was melted and cooled;");

        CommandRun model = CommandRun.of(
                "bench",
                "variance",
                "--model",
                "nowhere",
                "--reference",
                dir.resolve("md").toString(),
                "--settings",
                dir.resolve("silicon.yaml").toString());
        assertThat(model.error()).contains("is a reference of a glass", "wanted is --samples");
    }

    @Test
    void an_interrupted_reference_minimises_what_is_missing_and_runs_no_quench_again() throws IOException {
        Path copy = dir.resolve("other");
        JsonPage<ReferenceManifest> page = new JsonPage<>(
                new CampaignFiles(copy),
                ReferenceManifest.FILE_NAME,
                ReferenceManifest.class,
                ReferenceManifest.FORMAT,
                ReferenceManifest::format);
        ReferenceManifest whole = page.read().orElseThrow();
        ReferenceManifest.Run last = whole.runs().get(9);
        List<ReferenceManifest.Run> runs = new ArrayList<>(whole.runs());
        runs.set(
                9,
                new ReferenceManifest.Run(
                        last.temperatureK(), last.number(), last.seed(), last.frames(), last.series(), null));
        page.write(new ReferenceManifest(
                whole.format(), whole.plan(), whole.method(), whole.inherent(), whole.inherentEnergyEv(), runs, null));
        byte[] text = Files.readAllBytes(copy.resolve("T300-r10.inherent.extxyz"));
        Files.delete(copy.resolve("T300-r10.inherent.extxyz"));

        CommandRun rest = SmallGlass.reference(dir, "other", "--replicas", "10", "--frames", "2", "--seed", "2");

        assertThat(rest.code()).as(rest.error()).isZero();
        assertThat(Files.readAllBytes(copy.resolve("T300-r10.inherent.extxyz"))).isEqualTo(text);
        assertThat(page.read().orElseThrow()).isEqualTo(whole);
        assertThat(SmallGlass.reference(dir, "other", "--replicas", "10", "--frames", "2", "--seed", "2")
                        .output())
                .contains("is complete and frozen; nothing was run");
    }

    @Test
    void a_rate_without_a_melt_is_refused() {
        CommandRun run =
                CommandRun.of(("reference silicon.extxyz --settings silicon.yaml --temperatures 300 --cooling 50 --out "
                                + dir.resolve("no"))
                        .split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error()).contains("cooling is 50.0 K/ps from no melt; wanted is a rate above 0");
    }
}
