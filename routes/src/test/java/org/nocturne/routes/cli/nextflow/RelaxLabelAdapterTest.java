package org.nocturne.routes.cli.nextflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.routes.cli.step.CommandRun;

/** The example pipeline as a code, by the adapter file of the page and nothing else. */
@Tag("lammps")
@Timeout(3600)
class RelaxLabelAdapterTest {
    private static final Path EXAMPLE = Path.of(System.getProperty("nocturne.root"), "examples/nextflow");

    @TempDir
    Path dir;

    @BeforeEach
    void lammps() {
        assumeTrue(Programs.find("lmp").isPresent(), "SKIPPED: no lmp on PATH (Debian package lammps)");
    }

    /** The settings of the example with whole paths, and this build as the command nocturne. */
    private Path settings(String pipeline) throws Exception {
        Files.createDirectories(dir.resolve("adapters"));
        Files.copy(EXAMPLE.resolve("adapters/relax-label.yaml"), dir.resolve("adapters/relax-label.yaml"));
        return Files.writeString(
                dir.resolve("settings.yaml"),
                "command: [" + NocturneScript.in(dir) + ", nextflow]\npipeline: " + pipeline + "\n");
    }

    @Test
    void a_structure_goes_through_the_pipeline_and_comes_back_labelled() throws Exception {
        Path settings = settings(EXAMPLE.resolve("main.nf").toString());
        Path out = dir.resolve("labelled.extxyz");

        CommandRun run = label(settings, out);

        assertThat(run.code()).as(run.output() + run.error()).isZero();
        assertThat(Files.readString(out)).containsPattern("energy=-34\\.69279996");
    }

    private CommandRun label(Path settings, Path out) throws Exception {
        Path structure = Files.writeString(
                dir.resolve("start.extxyz"),
                "8\nLattice=\"5.431 0 0 0 5.431 0 0 0 5.431\" Properties=species:S:1:pos:R:3 pbc=\"T T T\"\n"
                        + "Si 0 0 0\nSi 0 2.7155 2.7155\nSi 2.7155 0 2.7155\nSi 2.7155 2.7155 0\nSi 1.35775 1.35775 1.35775\n"
                        + "Si 1.35775 4.07325 4.07325\nSi 4.07325 1.35775 4.07325\nSi 4.07325 4.07325 1.35775\n");
        return CommandRun.of(Stream.of(
                        "label",
                        structure,
                        "--code",
                        "relax-label",
                        "--settings",
                        settings,
                        "--work",
                        dir.resolve("work"),
                        "--out",
                        out)
                .map(Object::toString)
                .toArray(String[]::new));
    }

    @Test
    void a_script_that_is_not_there_is_told_before_anything_starts() throws Exception {
        Path settings = settings("no-such.nf");

        CommandRun run = label(settings, dir.resolve("labelled.extxyz"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error()).contains("relax-label.pipeline: no-such.nf was not found; looked in " + dir);
        assertThat(run.error().lines()).hasSize(1);
    }

    @Test
    @Tag("slow")
    void it_holds_the_contract_of_every_code() throws Exception {
        Path settings = settings(EXAMPLE.resolve("main.nf").toString());

        CommandRun run = CommandRun.of(Stream.of(
                        "adapter",
                        "test",
                        "relax-label",
                        "--dir",
                        EXAMPLE,
                        "--settings",
                        settings,
                        "--work",
                        dir.resolve("work"))
                .map(Object::toString)
                .toArray(String[]::new));

        assertThat(run.code()).as(run.output() + run.error()).isZero();
        assertThat(run.output().lines().filter(line -> line.startsWith("pass"))).hasSize(10);
    }
}
