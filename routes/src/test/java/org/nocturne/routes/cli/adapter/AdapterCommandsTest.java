package org.nocturne.routes.cli.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.routes.cli.step.CommandRun;
import org.nocturne.routes.run.Child;

class AdapterCommandsTest {
    @TempDir
    Path dir;

    private CommandRun adapter(String verb, String... more) {
        String[] words = new String[more.length + 4];
        words[0] = "adapter";
        words[1] = verb;
        words[2] = "--dir";
        words[3] = dir.toString();
        System.arraycopy(more, 0, words, 4, more.length);
        return CommandRun.of(words);
    }

    private CommandRun test(String name, String... more) {
        String[] words = new String[more.length + 3];
        words[0] = name;
        words[1] = "--work";
        words[2] = dir.resolve("work").toString();
        System.arraycopy(more, 0, words, 3, more.length);
        return adapter("test", words);
    }

    /** Every code whose program is here, on its own sample; minutes. */
    @Test
    @Tag("slow")
    void the_bench_checks_every_code_that_is_installed() throws IOException {
        CommandRun run = CommandRun.of("bench", "adapters", "--dir", dir.toString(), "--json");

        assertThat(run.code()).as(run.output() + run.error()).isZero();
        JsonNode codes = new ObjectMapper().readTree(run.output()).get("codes");
        assertThat(codes).extracting(c -> c.get("name").asText()).contains("lammps");
        assertThat(codes).allSatisfy(c -> assertThat(c.get("pass").asBoolean()).isTrue());
        assertThat(codes).allSatisfy(c -> assertThat(c.get("checks")).hasSize(15));
    }

    /** Such as a Python without ASE. */
    @Test
    void what_cannot_be_used_is_not_good_although_its_program_is_there() throws Exception {
        Path python = Files.writeString(dir.resolve("python3"), "#!/bin/sh\necho 'no module named ase' >&2\nexit 1\n");
        assertThat(python.toFile().setExecutable(true)).isTrue();

        Child doctor = Child.start(dir, Map.of("PATH", dir + ":" + System.getenv("PATH")), "doctor");

        doctor.exitCode();
        assertThat(doctor.output()).containsPattern("absent +ase +for code: \\{name: ase\\} only\\n +ase.command is");
    }

    @Test
    void another_structure_can_be_given_and_settings_that_are_wrong_are_told_first() throws IOException {
        adapter("new", "my-code");
        Path structure = Files.writeString(dir.resolve("one.extxyz"), """
                1
                Properties=species:S:1:pos:R:3 pbc="F F F"
                Si 0.1 0.2 0.3
                """);
        assertThat(test("my-code", "--structure", structure.toString()).code()).isZero();

        Path settings = Files.writeString(dir.resolve("settings.yaml"), "stifness: 3\n");
        CommandRun run = adapter("test", "my-code", "--settings", settings.toString(), "--work", dir + "/w2");
        assertThat(run.error()).contains("my-code.stifness is not known; did you mean stiffness?");
        assertThat(dir.resolve("w2")).doesNotExist();
    }

    /** What `new` writes is whole: a person changes it part by part and can prove it after each. */
    @Test
    void a_new_adapter_holds_the_contract_as_it_is_written() throws IOException {
        assertThat(adapter("new", "my-code").output())
                .contains("adapters/my-code.yaml", "nocturne adapter test my-code");
        assertThat(adapter("list").output()).contains("my-code").contains("lammps", "xtb", "espresso");

        CommandRun run = test("my-code", "--json");

        assertThat(run.code()).as(run.output() + run.error()).isZero();
        JsonNode report = new ObjectMapper().readTree(run.output());
        assertThat(report.get("name").asText()).isEqualTo("my-code");
        assertThat(report.get("pass").asBoolean()).isTrue();
        assertThat(report.get("checks")).hasSize(15);
        assertThat(report.get("checks"))
                .filteredOn(c -> c.get("kind").asText().equals("PASS"))
                .hasSize(9);
    }

    @Test
    void an_adapter_that_is_wrong_fails_with_what_was_found() throws IOException {
        adapter("new", "my-code");
        Path file = dir.resolve("adapters/my-code.yaml");
        Files.writeString(file, Files.readString(file).replace("e += k / 2", "e += k"));

        CommandRun run = test("my-code");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output())
                .contains("FAIL  forces are minus the gradient of the energy")
                .contains("force x on the first atom against the energies' difference")
                .contains("my-code", "1 of 15 checks FAIL");
    }

    @Test
    void nothing_is_overwritten() {
        adapter("new", "my-code");
        assertThat(adapter("new", "my-code").error()).contains("is there already; it was not touched");
        assertThat(adapter("new", "lammps").error()).contains("the name of a code in Java");
        assertThat(adapter("new", "My Code").error()).contains("small letters, digits and hyphens");
        assertThat(dir.resolve("work").toFile().mkdir()).isTrue();
        assertThat(test("my-code").error()).contains("work is there already");
    }

    @Test
    void adapters_are_shown_and_unknown_ones_named() {
        assertThat(adapter("show", "xtb").output()).contains("name: xtb", "unit: hartree/bohr");
        assertThat(adapter("show", "lammps").output()).contains("written in Java");
        CommandRun run = adapter("show", "nwchem");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error()).contains("there is no code 'nwchem'; known are").hasLineCount(1);
    }

    @Test
    void a_broken_adapter_is_told_and_the_others_are_listed() throws IOException {
        Files.createDirectory(dir.resolve("adapters"));
        Files.writeString(dir.resolve("adapters/broken.yaml"), "name: broken\nabout: x\n");

        CommandRun run = adapter("list");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.output()).contains("xtb");
        assertThat(run.error()).contains("broken.yaml: version is missing");
    }
}
