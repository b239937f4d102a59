package org.nocturne.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** What ASE writes we read, and what we write back ASE finds unchanged. */
@Tag("ase")
class AseTest {
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    Path dir;

    @BeforeEach
    void write() throws IOException {
        assumeTrue(Files.exists(Path.of(PYTHON)), "SKIPPED: no " + PYTHON);
        assumeTrue(
                python("-c", "import ase").isEmpty(),
                "SKIPPED: " + PYTHON + " has no ase (Debian package python3-ase)");
        assertThat(python("src/test/resources/ase/write.py", dir.toString())).doesNotContain("Error");
    }

    @Test
    void ase_finds_every_value_unchanged_after_we_read_and_wrote_it() throws IOException {
        Path ours = dir.resolve("ours.xyz");
        ExtendedXyz.write(ExtendedXyz.read(dir.resolve("ase.xyz")), ours);

        String verdict = python(
                "src/test/resources/ase/compare.py", dir.resolve("ase.xyz").toString(), ours.toString());

        assertThat(verdict).startsWith("same: 7 frames");
    }

    @Test
    void a_second_reading_gives_equal_frames() throws IOException {
        List<XyzFrame> frames = ExtendedXyz.read(dir.resolve("ase.xyz"));
        Path ours = dir.resolve("ours.xyz");
        ExtendedXyz.write(frames, ours);

        assertThat(ExtendedXyz.read(ours)).isEqualTo(frames);
    }

    @Test
    void ase_reads_our_empty_text_as_empty() throws IOException {
        XyzFrame frame = new XyzFrame(
                new Structure(Cell.cubic(4), List.of(Element.SI), new double[3]),
                Map.of("note", new XyzValue.Text(""), "zero", new XyzValue.Wholes(new long[0])),
                Map.of());
        Path file = dir.resolve("empty.xyz");
        ExtendedXyz.write(List.of(frame), file);

        String seen = python(
                "-c", "import ase.io, sys; a = ase.io.read(sys.argv[1]); print(repr(a.info['note']))", file.toString());

        assertThat(seen.strip()).isEqualTo("''");
        assertThat(ExtendedXyz.readFirst(file)).isEqualTo(frame);
    }

    @Test
    void types_are_told_apart() throws IOException {
        XyzFrame frame = ExtendedXyz.read(dir.resolve("ase.xyz")).get(3);

        assertThat(frame.info())
                .containsEntry("step", new XyzValue.Whole(42))
                .containsEntry("done", new XyzValue.Flag(true))
                .containsEntry("quoted", new XyzValue.Text("she said \"no\""))
                .containsEntry("braces", new XyzValue.Text("a{b}[c]"))
                .containsEntry("equals", new XyzValue.Text("a=b=c"))
                .containsEntry("ints", new XyzValue.Wholes(new long[] {1, -2, 3}))
                .containsEntry("flags", new XyzValue.Flags(new boolean[] {true, false, true, true}))
                .containsEntry("key with space", new XyzValue.Real(3.5));
        assertThat(frame.info().get("virial")).isInstanceOf(XyzValue.Matrix.class);
        assertThat(frame.info().get("matrix")).isInstanceOf(XyzValue.Matrix.class);
        assertThat(frame.info().get("whole_matrix")).isInstanceOf(XyzValue.Json.class);
        assertThat(frame.arrays().get("pair_flags")).isInstanceOf(XyzColumn.Flags.class);
        assertThat(frame.arrays().get("vectors").width()).isEqualTo(5);
        assertThat(frame.structure().cell().isPeriodic(1)).isFalse();
    }

    @Test
    void plain_xyz_is_read_as_an_open_cell() throws IOException {
        XyzFrame frame = ExtendedXyz.readFirst(dir.resolve("plain.xyz"));

        assertThat(frame.structure().size()).isEqualTo(9);
        assertThat(frame.structure().cell().hasVolume()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"atomic", "charge", "full"})
    void lammps_data_of_ase_holds_the_same_structure(String style) throws IOException {
        Path file = dir.resolve(style + ".lammps-data");
        withMasses(file);
        Structure wanted = ExtendedXyz.readFirst(dir.resolve("mixed.xyz")).structure();
        Structure found = LammpsDataFile.read(file, LammpsDataFile.AtomStyle.valueOf(style.toUpperCase(Locale.ROOT)));

        assertThat(found.species()).isEqualTo(wanted.species());
        assertThat(found.cell().volume()).isCloseTo(wanted.cell().volume(), within(1e-6));
        double[] d = new double[3];
        double[] e = new double[3];
        for (int atom = 1; atom < found.size(); atom++) {
            difference(found, atom, d);
            difference(wanted, atom, e);
            assertThat(Math.hypot(Math.hypot(d[0], d[1]), d[2]))
                    .isCloseTo(Math.hypot(Math.hypot(e[0], e[1]), e[2]), within(1e-6));
        }
    }

    private static void difference(Structure structure, int atom, double[] d) {
        d[0] = structure.x(atom) - structure.x(0);
        d[1] = structure.y(atom) - structure.y(0);
        d[2] = structure.z(atom) - structure.z(0);
        structure.cell().minimumImage(d);
    }

    /** ASE 3.22 writes no masses; its types are the symbols in alphabetical order. */
    private static void withMasses(Path file) throws IOException {
        String text = Files.readString(file);
        if (!text.contains("Masses")) {
            Files.writeString(file, text.replaceFirst("(?m)^Atoms", "Masses\n\n1 35.45\n2 22.98976928\n\nAtoms"));
        }
    }

    /** What it printed, stdout and stderr together. */
    private static String python(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(PYTHON));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
