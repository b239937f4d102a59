package org.nocturne.routes.cli.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.structure.Structure;

/** {@code condition} with LAMMPS and 64 atoms of Stillinger-Weber silicon. */
@Tag("lammps")
class ConditionCommandTest {
    private static final String R_MAX = "4.95";

    @TempDir
    Path dir;

    @BeforeEach
    void lammps() throws IOException {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
        Files.writeString(
                dir.resolve("silicon.yaml"), "pair: ['pair_style sw', 'pair_coeff * * Si.sw Si']\nfiles: [Si.sw]\n");
    }

    /** The target's atoms move more widely than the potential lets them at 300 K; a softer potential in all does. */
    @Test
    void the_ensemble_meets_its_target_and_is_labelled_by_the_code_alone() throws IOException {
        target(Silicon.shaken(2, 0.085, 1), Silicon.shaken(2, 0.085, 2), Silicon.shaken(2, 0.085, 3));
        write("set.extxyz", Silicon.shaken(2, 0.02, 4), Silicon.shaken(2, 0.02, 5));

        CommandRun run = condition("--json", "--out", file("ensemble.extxyz"), "--bottoms-out", file("bottoms.extxyz"));

        assertThat(run.code()).as(run.error()).isZero();
        assertThat(run.error()).contains("free MD: chi2", "condition: round 1, lambda 0.0200 eV/atom, chi2");
        JsonNode answer = new ObjectMapper().readTree(run.output());
        assertThat(answer.get("reached").asBoolean()).as(run.error()).isTrue();
        JsonNode states = answer.get("states");
        assertThat(states).hasSize(3);
        double free = states.get(0).get("chi2Fitted").asDouble();
        double conditioned = states.get(1).get("chi2Fitted").asDouble();
        assertThat(free).isGreaterThan(2);
        assertThat(conditioned).isLessThan(0.5 * free);
        assertThat(states.get(2).get("chi2Fitted").asDouble()).isGreaterThan(conditioned);
        assertThat(states.get(1).get("meanSquareAngstrom2").asDouble())
                .isGreaterThan(states.get(0).get("meanSquareAngstrom2").asDouble());

        List<XyzFrame> ensemble = ExtendedXyz.read(dir.resolve("ensemble.extxyz"));
        assertThat(ensemble).hasSize(2 * 10);
        CommandRun label = CommandRun.of(
                "label",
                file("ensemble.extxyz"),
                "--settings",
                file("silicon.yaml"),
                "--work",
                file("work"),
                "--out",
                file("labelled.extxyz"));
        assertThat(label.code()).as(label.error()).isZero();
        List<XyzFrame> labelled = ExtendedXyz.read(dir.resolve("labelled.extxyz"));
        for (int k = 0; k < ensemble.size(); k++) {
            assertThat(ensemble.get(k).number("energy").orElseThrow())
                    .isCloseTo(labelled.get(k).number("energy").orElseThrow(), within(1e-6));
        }
        assertThat(ExtendedXyz.read(dir.resolve("bottoms.extxyz"))).hasSize(2);
    }

    @Test
    void what_cannot_be_meant_is_named() throws IOException {
        target(Silicon.shaken(2, 0.1, 1));
        write("one.extxyz", Silicon.crystal(2));
        assertThat(condition("--structures", file("one.extxyz")).error())
                .contains("an ensemble of at least 2 is wanted");
        write("set.extxyz", Silicon.crystal(2), Silicon.crystal(3));
        assertThat(condition().error()).contains("the same atoms in cells of one volume are wanted");
        write("set.extxyz", Silicon.crystal(2), Silicon.crystal(2));
        assertThat(condition("--frames", "1").error()).contains("--frames 1").contains("at least 2 frames");
        Files.writeString(
                dir.resolve("hybrid.yaml"),
                "pair: ['pair_style hybrid sw', 'pair_coeff * * sw Si.sw Si']\nfiles: [Si.sw]\nelements: [Si]\n");
        CommandRun hybrid = condition("--settings", file("hybrid.yaml"));
        assertThat(hybrid.code()).isEqualTo(2);
        assertThat(hybrid.error()).contains("cannot be added to hybrid");
        Files.writeString(dir.resolve("target.xye"), "1 1\n2 1.1\n3 0.9\n4 1\n5 1\n6 1\n7 1\n8 1\n9 1\n");
        assertThat(condition().error()).contains("--error is null");
    }

    private void target(Structure... structures) throws IOException {
        write("true.extxyz", structures);
        CommandRun run = CommandRun.of(("scatter " + file("true.extxyz") + " --method pairs --rmax " + R_MAX
                        + " --window lorch --q 1:14:131 --noise 0.01 --noise-floor 0.5 --out " + file("target.xye"))
                .split(" "));
        assertThat(run.code()).as(run.error()).isZero();
    }

    private void write(String name, Structure... structures) throws IOException {
        ExtendedXyz.write(Arrays.stream(structures).map(XyzFrame::new).toList(), dir.resolve(name));
    }

    private String file(String name) {
        return dir.resolve(name).toString();
    }

    private CommandRun condition(String... words) {
        List<String> line = new ArrayList<>(List.of("condition", file("target.xye"), "--temperature", "300"));
        line.addAll(List.of("--slots", "1", "--work", file("work"), "--rmax", R_MAX, "--window", "lorch"));
        line.addAll(List.of("--first-lambda", "0.02"));
        List<String> given = List.of(words);
        if (!given.contains("--structures")) {
            line.addAll(List.of("--structures", file("set.extxyz")));
        }
        if (!given.contains("--settings")) {
            line.addAll(List.of("--settings", file("silicon.yaml")));
        }
        if (!given.contains("--frames")) {
            line.addAll(List.of("--equilibration", "100", "--frames", "6", "--spacing", "40", "--judge-frames", "10"));
        }
        line.addAll(given);
        return CommandRun.of(line.toArray(String[]::new));
    }
}
