package org.nocturne.routes.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
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
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.generator.neural.ModelFolder;
import org.nocturne.learning.reference.MeanCell;
import org.nocturne.learning.reference.ReferenceFolder;
import org.nocturne.learning.reference.ReferenceManifest;
import org.nocturne.routes.cli.step.CommandRun;
import org.nocturne.routes.cli.step.Silicon;

/** 64 silicon atoms at zero pressure, from a crystal given 1 % too small: the cells are found, learned, drawn in and judged. */
@Tag("lammps")
class ZeroPressureTest {
    private static final double TOO_SMALL = 0.99;

    @TempDir
    static Path dir;

    @BeforeAll
    static void references() throws IOException {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
        Files.writeString(dir.resolve("silicon.yaml"), SmallReference.SETTINGS);
        ExtendedXyz.write(List.of(new XyzFrame(Silicon.crystal(2).scaled(TOO_SMALL))), dir.resolve("silicon.extxyz"));
        CommandRun made = reference("reference", "600,900,1200", "11");
        assertThat(made.code()).as(made.error()).isZero();
        assertThat(made.output()).contains("900K: U - U_IS", "cell: edges 1.", "at 0.0 kbar", "pressure: ");
        CommandRun trained = train(frames(2), frames(3));
        assertThat(trained.code()).as(trained.error()).isZero();
    }

    private static CommandRun reference(String name, String temperatures, String seed) {
        return CommandRun.of(
                "reference",
                at("silicon.extxyz"),
                "--settings",
                at("silicon.yaml"),
                "--temperatures",
                temperatures,
                "--replicas",
                "3",
                "--equilibration",
                "1000",
                "--frames",
                "12",
                "--spacing",
                "100",
                "--energies-per-frame",
                "4",
                "--pressure-kbar",
                "0",
                "--cell-steps",
                "8000",
                "--seed",
                seed,
                "--work",
                at("work"),
                "--out",
                at(name));
    }

    private static List<String> frames(int replica) {
        return List.of(at("reference/T600-r" + replica + ".extxyz"), at("reference/T1200-r" + replica + ".extxyz"));
    }

    private static CommandRun train(List<String> frames, List<String> heldOut) {
        List<String> words = new ArrayList<>(List.of("train", "--frames"));
        words.addAll(frames);
        words.add("--held-out");
        words.addAll(heldOut);
        words.addAll(List.of("--inherent", at("reference/inherent.extxyz"), "--channels", "4", "--layers", "1"));
        words.addAll(List.of("--steps", "3", "--strain-degree", "1", "--out", at("model")));
        return CommandRun.of(words.toArray(String[]::new));
    }

    private static String at(String name) {
        return dir.resolve(name).toString();
    }

    /** The edge of an independent LAMMPS run at 900 K (adapters, npt-silicon-900K), 5.44897 angstrom. */
    @Test
    void the_cell_does_not_depend_on_the_one_that_was_given() {
        ReferenceManifest manifest = new ReferenceFolder(dir.resolve("reference")).complete();
        MeanCell cell = manifest.cellAt(900).orElseThrow();

        assertThat(5.431 * TOO_SMALL * cell.edgeFactor()).isCloseTo(5.44897, within(6 * 5.4 * cell.standardError()));
        assertThat(cell.standardError()).isBetween(1e-5, 1e-3);
        assertThat(cell.inherentEnergyEv()).isLessThan(manifest.inherentEnergyEv()); // the given one was squeezed
    }

    @Test
    void the_model_knows_its_cell_at_a_temperature_that_it_was_not_trained_at() throws IOException {
        ModelFolder model = ModelFolder.read(dir.resolve("model"));
        double edge = 5.431 * TOO_SMALL * model.strain().factor(Kelvin.of(900));

        CommandRun sample = CommandRun.of(
                "sample", "--model", at("model"), "--temperature", "900", "--count", "2", "--out", at("s.extxyz"));

        assertThat(model.manifest().strain()).isNotNull();
        assertThat(edge).isCloseTo(5.44897, within(6 * 5.4 * model.strain().errorAt(Kelvin.of(900))));
        assertThat(sample.code()).as(sample.error()).isZero();
        Structure drawn = ExtendedXyz.readFirst(dir.resolve("s.extxyz")).structure();
        assertThat(drawn.cell().component(0, 0)).isCloseTo(2 * edge, within(1e-9));
    }

    @Test
    void the_ledger_judges_in_the_cell_of_the_reference_and_the_cell_on_a_line_of_its_own() throws IOException {
        CommandRun run = CommandRun.of(
                "bench",
                "variance",
                "--model",
                at("model"),
                "--reference",
                at("reference"),
                "--settings",
                at("silicon.yaml"),
                "--correct",
                "baoab",
                "--steps",
                "8",
                "--count",
                "60",
                "--json");

        List<JsonNode> gates = StreamSupport.stream(
                        new ObjectMapper().readTree(run.output()).get("gates").spliterator(), false)
                .toList();
        JsonNode cell = gates.stream()
                .filter(g -> g.get("name").asText().equals("cell"))
                .findFirst()
                .orElseThrow();
        assertThat(cell.get("T").asDouble()).isEqualTo(900);
        assertThat(cell.get("value").asDouble())
                .isCloseTo(0, within(6 * cell.get("standardError").asDouble()));
        assertThat(gates)
                .extracting(g -> g.get("verdict").asText())
                .as(run.output())
                .doesNotContain("fail");
    }

    /** MD of 1200 K judged as if it were samples of 600 K: it is laid into the cell of 600 K, and has twice the energy there. */
    @Test
    void samples_of_another_cell_are_told_on_the_cells_line() throws IOException {
        CommandRun run = CommandRun.of(
                "bench",
                "variance",
                "--samples",
                at("reference/T1200-r2.extxyz"),
                "--temperatures",
                "600",
                "--reference",
                at("reference"),
                "--settings",
                at("silicon.yaml"),
                "--json");

        JsonNode gates = new ObjectMapper().readTree(run.output()).get("gates");
        assertThat(gates.get(0).get("name").asText()).isEqualTo("cell");
        assertThat(gates.get(0).get("verdict").asText()).isEqualTo("fail");
        assertThat(gates.get(0).get("value").asDouble()).isBetween(0.1, 0.3); // 600 K times 3e-6/K
        assertThat(gates.get(1).get("name").asText()).isEqualTo("mean-energy");
        assertThat(gates.get(1).get("value").asDouble()).isBetween(70.0, 130.0);
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void a_crystal_that_is_not_cubic_is_refused_before_anything_runs() throws IOException {
        Structure cubic = Silicon.crystal(2);
        double[] xyz = cubic.xyzAngstrom();
        for (int k = 2; k < xyz.length; k += 3) {
            xyz[k] *= 1.02;
        }
        Structure drawnOut = new Structure(Cell.orthorhombic(10.862, 10.862, 10.862 * 1.02), cubic.species(), xyz);
        ExtendedXyz.write(List.of(new XyzFrame(drawnOut)), dir.resolve("tetragonal.extxyz"));

        CommandRun run = CommandRun.of(
                "reference",
                at("tetragonal.extxyz"),
                "--settings",
                at("silicon.yaml"),
                "--temperatures",
                "300",
                "--pressure-kbar",
                "0",
                "--out",
                at("other"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error()).contains("only a cubic crystal");
        assertThat(dir.resolve("other/reference.json")).doesNotExist();
    }
}
