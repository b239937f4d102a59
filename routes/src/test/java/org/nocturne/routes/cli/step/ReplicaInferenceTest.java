package org.nocturne.routes.cli.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Programs;

/** 256 Lennard-Jones atoms, melted: the temperature of a replica that is kept out is read off its S(q). */
@Tag("lammps")
class ReplicaInferenceTest {
    @TempDir
    static Path dir;

    @BeforeAll
    static void liquid() throws IOException {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
        SmallLiquid.write(dir);
        CommandRun library = reference("library", "80,110,140,170", "1");
        CommandRun other = reference("other", "125", "9");
        assertThat(library.code()).as(library.error()).isZero();
        assertThat(library.output()).contains("80K: U", "pressure: ", "independence, displacement from the start");
        CommandRun target = CommandRun.of(
                "scatter",
                at("other/T125-r1.extxyz"),
                at("other/T125-r2.extxyz"),
                "--method",
                "pairs",
                "--radiation",
                "neutron",
                "--q",
                "1:8:100",
                "--out",
                at("target.xy"));
        assertThat(other.code() + target.code()).as(target.error()).isZero();
    }

    private static CommandRun reference(String name, String temperatures, String seed) {
        return SmallLiquid.reference(
                dir,
                name,
                temperatures,
                "--replicas",
                "2",
                "--equilibration",
                "1500",
                "--frames",
                "20",
                "--spacing",
                "60",
                "--energies-per-frame",
                "1",
                "--seed",
                seed);
    }

    private static String at(String name) {
        return dir.resolve(name).toString();
    }

    private static CommandRun infer(String... more) {
        List<String> words = new ArrayList<>(List.of("infer", at("target.xy"), "--radiation", "neutron"));
        words.addAll(List.of(more));
        return CommandRun.of(words.toArray(String[]::new));
    }

    @Test
    void the_temperature_of_a_liquid_is_read_off_its_structure_factor() throws IOException {
        CommandRun words = infer("--replicas", at("library"), "--error", "0.01", "--q-range", "1:7");
        CommandRun run = infer("--replicas", at("library"), "--error", "0.01", "--q-range", "1:7", "--json");
        JsonNode answer = new ObjectMapper().readTree(run.output());

        double half = (answer.get("highK").asDouble() - answer.get("lowK").asDouble()) / 2;
        assertThat(answer.get("temperatureK").asDouble()).isBetween(125 - 2 * half, 125 + 2 * half);
        assertThat(half).isLessThan(40);
        assertThat(words.output()).contains("0.02126 per cubic angstrom at every temperature", "80K: R(S-1)");
    }

    @Test
    void a_target_without_errors_wants_one_stated() {
        CommandRun run = infer("--replicas", at("library"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error()).contains("the target states no errors; --error is null");
    }

    @Test
    void a_model_wants_its_resolution_and_its_temperatures() {
        CommandRun run = infer("--model", at("nowhere"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error()).contains("--temperatures, found null", "--fwhm, found 0.0");
    }
}
