package org.nocturne.routes.cli.nextflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.adapters.launch.Programs;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.routes.cli.step.CommandRun;
import org.nocturne.routes.run.Child;

/** The example pipeline as a code, by the adapter file of the page and nothing else. */
@Tag("lammps")
@Timeout(3600)
class RelaxLabelAdapterTest {
    private static final Path EXAMPLE = Path.of(System.getProperty("nocturne.root"), "examples/nextflow");

    private static final String SPLIT_DONE = "name: SPLIT (1); status: COMPLETED; exit: 0";

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
                "command: [" + NocturneScript.in(dir) + ", nextflow]\npipeline: " + pipeline + "\nmodule: "
                        + EXAMPLE.resolve("modules/relax_label.nf") + "\nmove: " + EXAMPLE.resolve("modules/move.nf")
                        + "\nconfiguration: " + EXAMPLE.resolve("nextflow.config") + "\n");
    }

    /** Silicon with its first atom moved along x by so much; without a move it is a crystal. */
    private static String silicon(double x, double cell) {
        return "8\nLattice=\"" + cell + " 0 0 0 " + cell + " 0 0 0 " + cell
                + "\" Properties=species:S:1:pos:R:3 pbc=\"T T T\" note=" + x + "\nSi " + x
                + " 0 0\nSi 0 2.7155 2.7155\nSi 2.7155 0 2.7155\nSi 2.7155 2.7155 0\nSi 1.35775 1.35775 1.35775\n"
                + "Si 1.35775 4.07325 4.07325\nSi 4.07325 1.35775 4.07325\nSi 4.07325 4.07325 1.35775\n";
    }

    private String[] label(Path structures, Path settings, String... more) {
        return Stream.concat(
                        Stream.of(
                                "label",
                                structures,
                                "--code",
                                "relax-label",
                                "--settings",
                                settings,
                                "--work",
                                dir.resolve("work"),
                                "--out",
                                dir.resolve("labelled.extxyz")),
                        Stream.of(more))
                .map(Object::toString)
                .toArray(String[]::new);
    }

    /** What the engine has written of the batch. */
    private String log() throws Exception {
        if (!Files.isDirectory(dir.resolve("work"))) {
            return "";
        }
        try (Stream<Path> runs = Files.list(dir.resolve("work"))) {
            for (Path run : runs.toList()) {
                Path log = run.resolve(".nextflow.log");
                return Files.exists(log) ? Files.readString(log) : "";
            }
        }
        return "";
    }

    private List<XyzFrame> labelled() throws Exception {
        return ExtendedXyz.read(dir.resolve("labelled.extxyz"));
    }

    @Test
    void structures_go_through_one_run_of_the_pipeline_and_come_back_labelled() throws Exception {
        Path settings = settings(EXAMPLE.resolve("main.nf").toString());
        Path structures = Files.writeString(
                dir.resolve("start.extxyz"), silicon(0.1, 5.431) + silicon(0, 5.431) + silicon(0.2, 5.431));
        CommandRun run = CommandRun.of(label(structures, settings, "--keep"));
        assertThat(run.code()).as(run.output() + run.error()).isZero();
        List<XyzFrame> found = labelled();
        assertThat(found)
                .extracting(frame -> frame.number("note").orElseThrow())
                .containsExactly(0.1, 0.0, 0.2);
        assertThat(found.get(1).number("energy").orElseThrow()).isCloseTo(-34.69279996, within(1e-7));
        assertThat(found.get(0).number("energy").orElseThrow())
                .isBetween(-34.69, found.get(2).number("energy").orElseThrow());
        assertThat(Files.list(dir.resolve("work"))).hasSize(1);
    }

    /** Two atoms at one place have no energy; a task that fails three times is left out. The others go on. */
    @Test
    @Tag("slow")
    void structures_that_the_pipeline_cannot_label_fail_alone() throws Exception {
        Path settings = settings(EXAMPLE.resolve("main.nf").toString());
        Path structures = Files.writeString(
                dir.resolve("start.extxyz"),
                silicon(0.1, 5.431)
                        + silicon(0, 5.431).replace("Si 0 2.7155 2.7155", "Si 0 0 0")
                        + silicon(0.2, 5.431));
        Path failing = Files.writeString(
                dir.resolve("failing.config"),
                "process { withName: LABEL { beforeScript = { meta.id == 's00003' ? 'exit 75' : 'true' } } }\n");
        Child run = Child.start(dir, Map.of("NXF_CLI_OPTS", "-c " + failing), label(structures, settings));
        assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
        assertThat(run.output())
                .contains("frame 1: NOT_FINITE, the frame s00002")
                .contains("frame 2: UNREADABLE_OUTPUT, labelled.extxyz has no frame with id=s00003, but 2 others");
        assertThat(labelled()).hasSize(1);
    }

    @Test
    @Tag("slow")
    void a_batch_whose_command_and_engine_were_killed_goes_on_where_it_was() throws Exception {
        Path settings = settings(EXAMPLE.resolve("main.nf").toString());
        Path structures = Files.writeString(
                dir.resolve("start.extxyz"), silicon(0.1, 5.431) + silicon(0, 5.431) + silicon(0.2, 5.431));
        Path hold = Files.createFile(dir.resolve("hold"));
        Path waiting = Files.writeString(
                dir.resolve("hold.config"),
                "process { withName: LABEL { beforeScript = 'while [ -e " + hold + " ]; do sleep 0.1; done' } }\n");
        Child first = Child.start(dir, Map.of("NXF_CLI_OPTS", "-c " + waiting), label(structures, settings, "--keep"));
        while (!log().contains("Submitted process > RELAX_LABEL:LABEL")) {
            assertThat(first.isAlive()).as(first.output()).isTrue();
            Thread.sleep(100);
        }
        Thread.sleep(1000); // the engine writes its cache after its log
        first.killAll();
        Files.delete(hold);
        Child second = Child.run(dir, label(structures, settings, "--keep"));
        assertThat(second.exitCode()).as(second.output()).isZero();
        assertThat(labelled()).hasSize(3);
        assertThat(log()).contains("Cached process > SPLIT").doesNotContain(SPLIT_DONE);
        assertThat(Files.list(dir.resolve("work"))).hasSize(1);
    }

    @Test
    void a_script_that_is_not_there_is_told_before_anything_starts() throws Exception {
        Path settings = settings("no-such.nf");

        Path structures = Files.writeString(dir.resolve("start.extxyz"), silicon(0, 5.431));
        CommandRun run = CommandRun.of(label(structures, settings));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error()).contains("relax-label.pipeline: no-such.nf was not found; looked in " + dir);
        assertThat(run.error().lines()).hasSize(1);
    }

    @Test
    void a_pipeline_that_cannot_be_run_is_told_in_one_line_before_anything_starts() throws Exception {
        Path script =
                Files.writeString(dir.resolve("broken.nf"), "process A {\n  script: 'true'\n}\nworkflow { A() }\n");
        Path settings = settings(script.toString());
        Path structures = Files.writeString(dir.resolve("start.extxyz"), silicon(0, 5.431));
        CommandRun run = CommandRun.of(label(structures, settings));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error()).contains("relax-label.pipeline: " + script + ": no process has an output; wanted is");
        assertThat(run.error().lines()).hasSize(1);
        assertThat(dir.resolve("work")).doesNotExist();

        Path root = EXAMPLE.getParent().getParent();
        Path campaign = Files.writeString(
                dir.resolve("campaign.yaml"),
                Files.readString(root.resolve("configs/silicon-builtin.yaml"))
                        .replaceAll("(?ms)^code:.*?^(?=\\S)", "code:\n  name: relax-label\n  settings:\n")
                        .replace(
                                "  settings:\n",
                                "  settings:\n" + Files.readString(settings).indent(4))
                        .replace("../examples", root.resolve("examples").toString()));
        assertThat(CommandRun.of("check", campaign.toString()).error())
                .contains(
                        "campaign.yaml:",
                        "code.settings: relax-label.pipeline: " + script + ": no process has an output");

        CommandRun show = CommandRun.of("adapter", "show", "relax-label", "--dir", dir.toString());
        assertThat(show.code()).isZero();
        assertThat(show.error()).contains("as it stands it cannot be used: relax-label");
        assertThat(Child.run(dir, "doctor").output())
                .containsPattern("absent +relax-label +for code: \\{name: relax-label\\} only\\n +relax-label");
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
        assertThat(run.output().lines().filter(line -> line.startsWith("pass"))).hasSize(13);
    }
}
