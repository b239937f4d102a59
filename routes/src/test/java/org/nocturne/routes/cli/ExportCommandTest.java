package org.nocturne.routes.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Kelvin;
import org.nocturne.core.structure.Structure;
import org.nocturne.core.work.Frame;
import org.nocturne.core.work.Label;
import org.nocturne.core.work.Method;
import org.nocturne.core.work.Step;
import org.nocturne.docs.Page;
import org.nocturne.learning.files.CampaignFiles;
import org.nocturne.learning.files.FrameCodec;
import org.nocturne.learning.store.Effort;
import org.nocturne.learning.store.Job;
import org.nocturne.learning.store.Role;
import org.nocturne.learning.store.Store;
import org.nocturne.learning.store.StoredFile;
import org.nocturne.learning.store.Subject;
import org.nocturne.learning.store.Transaction;
import org.nocturne.routes.cli.step.CommandRun;

/** A small campaign folder, made by hand: a replica of two frames, a candidate that was labelled and one that is only proposed. */
class ExportCommandTest {
    private static final String PYTHON = "/usr/bin/python3";
    private static final Method METHOD = new Method("lammps", "1", "sw", "");

    @TempDir
    Path dir;

    @BeforeEach
    void campaign() throws IOException {
        Path root = Path.of(System.getProperty("nocturne.root"));
        Files.writeString(dir.resolve("campaign.yaml"), Files.readString(root.resolve("configs/silicon-builtin.yaml")));
        CampaignFiles files = new CampaignFiles(dir);
        StoredFile replica = files.writeFrames("frames/r0001.extxyz", List.of(frame(0.25, 600), frame(1 / 3.0, 600)));
        StoredFile labelled = files.writeFrames("frames/c0001.extxyz", List.of(frame(0.1, 300)));
        StoredFile proposal = files.writeFrames(
                "proposals/c0001.extxyz", List.of(new XyzFrame(frame(0.2, 300).structure())));
        try (Store store = Store.openInside(dir, Clock.systemUTC())) {
            store.inTransaction(tx -> {
                Subject first =
                        Subject.replica(tx.subjects().insertReplica(Role.TRAINING, Kelvin.of(600), 1, "to learn"));
                label(tx, first, Step.REPLICA, Role.TRAINING, 600, replica, -3.25, -10 / 3.0);
                tx.candidates().insert(1, 2, Kelvin.of(300), null, 7, proposal);
                tx.candidates().relaxed(1, -3.0, proposal, -3.5);
                label(tx, Subject.candidate(1), Step.LABEL, Role.CANDIDATE, 300, labelled, -3.1);
                tx.candidates().insert(2, 3, Kelvin.of(300), null, 8, proposal);
                tx.jobs().enqueue(Subject.candidate(2), Step.RELAX);
                return null;
            });
        }
    }

    private static void label(
            Transaction tx, Subject subject, Step step, Role role, double kelvin, StoredFile file, double... energies) {
        tx.jobs().enqueue(subject, step);
        Job job = tx.jobs().claim(step, 1, null).get(0);
        tx.jobs().end(job, Job.State.DONE, null, null, METHOD, new Effort(Duration.ofSeconds(1), 1));
        for (int ordinal = 0; ordinal < energies.length; ordinal++) {
            long id = tx.frames().insert(subject, ordinal, role, Kelvin.of(kelvin), file);
            tx.frames().label(id, METHOD, job.id(), energies[ordinal], 1);
        }
    }

    private static XyzFrame frame(double shift, double kelvin) {
        Structure structure = new Structure(
                Cell.periodic(5, 0, 0, 0.5, 6, 0, 0, 0.25, 7),
                List.of(Element.SI, Element.O),
                new double[] {0, 0, 0, 1.5, 1.5, 1.5 + shift});
        Label label = new Label(-3 - shift, new double[] {0, 0, 0, 0.1, 0.2, shift}, new double[0]);
        return FrameCodec.encode(new Frame(structure, Kelvin.of(kelvin), label), METHOD);
    }

    private CommandRun export(String... more) {
        List<String> line = new ArrayList<>(List.of("export", dir.toString()));
        line.addAll(List.of(more));
        return CommandRun.of(line.toArray(String[]::new));
    }

    @Test
    void frames_come_with_what_the_store_says_of_them() throws IOException {
        Path out = dir.resolve("all.extxyz");
        CommandRun run = export("--out", out.toString());

        assertThat(run.error()).isEmpty();
        assertThat(run.output().strip()).isEqualTo("3 structures: " + out);
        List<XyzFrame> frames = ExtendedXyz.read(out);
        assertThat(frames)
                .extracting(f -> f.text("role").orElseThrow())
                .containsExactly("training", "training", "candidate");
        XyzFrame second = frames.get(1);
        assertThat(second.number("energy").orElseThrow()).isEqualTo(-10 / 3.0);
        assertThat(second.number("ordinal").orElseThrow()).isEqualTo(1);
        assertThat(second.structure()).isEqualTo(frame(1 / 3.0, 600).structure());
        assertThat(second.reals("forces").orElseThrow()).containsExactly(0, 0, 0, 0.1, 0.2, 1 / 3.0);
        assertThat(second.text("method").orElseThrow()).isEqualTo(METHOD.id());
        assertThat(frames.get(2).number("round").orElseThrow()).isEqualTo(2);
        assertThat(frames.get(2).text("state").orElseThrow()).isEqualTo("labelled");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--temperature 300|1",
                "--temperature 300,600|3",
                "--role candidate|1",
                "--role training,candidate|3",
                "--round 2|1",
                "--state labelled|1",
                "--kind proposal|2",
                "--kind proposal --state proposed|1",
                "--kind inherent|1"
            })
    void a_selection_leaves_the_rest_out(String options, int structures) throws IOException {
        Path out = dir.resolve("some.extxyz");
        List<String> line = new ArrayList<>(List.of(options.split(" ")));
        line.addAll(List.of("--out", out.toString(), "--json"));
        CommandRun run = export(line.toArray(String[]::new));

        assertThat(run.output()).contains("\"structures\" : " + structures);
        assertThat(ExtendedXyz.read(out)).hasSize(structures);
    }

    @Test
    void an_empty_selection_says_what_there_is_and_leaves_no_file() throws IOException {
        Path out = dir.resolve("none.npz");
        CommandRun run = export("--temperature", "77", "--format", "npz", "--out", out.toString());

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.error())
                .contains("there are labelled frames by role {candidate=1, training=2}, at [300K, 600K]");
        try (var left = Files.list(dir)) {
            assertThat(left.map(file -> file.getFileName().toString())).noneMatch(name -> name.contains(".part"));
        }
        assertThat(out).doesNotExist();
    }

    @Test
    void a_word_that_is_none_is_told_with_the_nearest() {
        assertThat(export("--format", "parket").error())
                .contains(
                        "--format is 'parket'; did you mean parquet?; wanted is one of extxyz, cif, lammps-dump, ase, parquet, npz");
        assertThat(export("--role", "candidates").error()).contains("did you mean candidate?");
        assertThat(export("--state", "x").error()).contains("--state is 'x'; wanted is one of proposed");
    }

    @Test
    void a_file_that_was_changed_is_not_passed_on() throws IOException {
        Files.writeString(dir.resolve("frames/c0001.extxyz"), "1\n\nSi 0 0 0\n");
        Path out = dir.resolve("changed.extxyz");

        assertThat(export("--out", out.toString()).code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @Tag("ase")
    @ValueSource(strings = {"extxyz", "ase", "npz"})
    void others_find_every_number_unchanged(String format) throws IOException {
        requireAse();
        Path out = dir.resolve("out." + (format.equals("ase") ? "json" : format));
        assertThat(export("--format", format, "--out", out.toString()).error()).isEmpty();

        assertThat(judged(format, out)).isEqualTo("3 2 -3.1 0.1 1.6 300.0 candidate");
    }

    @Test
    @Tag("ase")
    void ase_reads_every_frame_of_the_dump() throws IOException {
        requireAse();
        Path out = dir.resolve("out.dump");
        export("--format", "lammps-dump", "--out", out.toString());

        assertThat(judged("lammps-dump-text", out)).isEqualTo("3 2 0.1 1.6");
    }

    @Test
    @Tag("ase")
    void ase_reads_every_block_of_the_cif() throws IOException {
        requireAse();
        Path out = dir.resolve("out.cif");
        export("--format", "cif", "--out", out.toString());

        assertThat(judged("cif", out)).isEqualTo("3 2 210.0");
    }

    @Test
    void parquet_holds_every_number_unchanged() throws Exception {
        Path out = dir.resolve("out.parquet");
        assertThat(export("--format", "parquet", "--out", out.toString()).error())
                .isEmpty();
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var rows = duck.createStatement()
                        .executeQuery(
                                "select count(*) over () as n, subject, role, round, energy_ev, temperature_k, atoms, numbers[2] as z,"
                                        + " positions_angstrom[2][3] as p, forces_ev_per_angstrom[2][3] as f, pbc[3] as periodic"
                                        + " from '" + out + "' where subject = 'r0001' order by ordinal desc")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt("n")).isEqualTo(2);
            assertThat(rows.getString("role")).isEqualTo("training");
            assertThat(rows.getObject("round")).isNull();
            assertThat(rows.getDouble("energy_ev")).isEqualTo(-10 / 3.0);
            assertThat(rows.getInt("z")).isEqualTo(8);
            assertThat(rows.getDouble("p")).isEqualTo(1.5 + 1 / 3.0);
            assertThat(rows.getDouble("f")).isEqualTo(1 / 3.0);
            assertThat(rows.getBoolean("periodic")).isTrue();
        }
        try (var left = Files.list(dir)) {
            assertThat(left.map(file -> file.getFileName().toString())).noneMatch(name -> name.contains("ndjson"));
        }
        String asked = Page.of("docs/formats.md").all("^duckdb -c \"(.*)\"$").get(0);
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var rows = duck.createStatement().executeQuery(asked.replace("frames.parquet", out.toString()))) {
            assertThat(rows.next()).isTrue();
        }
    }

    private static void requireAse() throws IOException {
        assumeTrue(Files.exists(Path.of(PYTHON)), "SKIPPED: no " + PYTHON);
        assumeTrue(
                python("-c", "import ase; print('there')").contains("there"),
                "SKIPPED: " + PYTHON + " has no ase (Debian package python3-ase)");
    }

    private static String judged(String format, Path file) throws IOException {
        return python("src/test/resources/export/judge.py", format, file.toString())
                .strip();
    }

    private static String python(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(PYTHON));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
