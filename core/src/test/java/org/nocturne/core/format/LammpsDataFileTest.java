package org.nocturne.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

class LammpsDataFileTest {
    private static final String HEADER =
            "title;;2 atoms;1 atom types;;0 4 xlo xhi;0 5 ylo yhi;0 6 zlo zhi;1 2 3 xy xz yz;;";

    @TempDir
    Path dir;

    @Test
    void a_written_structure_comes_back_bit_by_bit() throws IOException {
        Structure structure = new Structure(
                Cell.periodic(4, 0, 0, 1, 5, 0, -1.5, 2, 6.1),
                List.of(Element.O, Element.SI, Element.O),
                new double[] {.1, 1 / 3.0, 2, -7, 8e-17, 9, 1e5, -1e-9, 0});
        Path file = dir.resolve("a.data");
        LammpsDataFile.write(structure, List.of(Element.SI, Element.O), file);

        assertThat(LammpsDataFile.read(file)).isEqualTo(structure);
    }

    @Test
    void image_flags_unwrap_and_ids_sort() throws IOException {
        Structure found = read(HEADER + "Masses;;1 28.085;;Atoms # atomic;;2 1 0 0 0 0 0 0;1 1 0.5 0 0 1 0 -1;");

        assertThat(found.xyzAngstrom()).containsExactly(0.5 + 4 - 2, -3, -6, 0, 0, 0);
        assertThat(found.cell()).isEqualTo(Cell.periodic(4, 0, 0, 1, 5, 0, 2, 3, 6));
    }

    @Test
    void molecules_and_type_labels_are_read() throws IOException {
        Structure found = read("title;2 atoms;2 atom types;0 4 xlo xhi;0 5 ylo yhi;0 6 zlo zhi;"
                + "Atom Type Labels;;1 O;2 H;;Masses;;O 16;H 1;;Atoms # molecular;;1 1 O 0 0 0;2 1 H 1 0 0;"
                + ";Velocities;;1 0 0 0;2 0 0 0;;Bonds;;1 1 1 2;");

        assertThat(found.species()).containsExactly(Element.O, Element.H);
    }

    @Test
    void the_published_sodium_start_is_read() throws IOException {
        Path file = Path.of(System.getProperty("nocturne.shared", "absent"), "data/sodium/start-crystal.lammps-data");
        assumeTrue(Files.exists(file), "SKIPPED: " + file + " is not there");

        Structure sodium = LammpsDataFile.read(file);

        assertThat(sodium.size()).isEqualTo(1024);
        assertThat(sodium.distinctSpecies()).containsExactly(Element.NA);
        assertThat(sodium.cell().volume()).isCloseTo(Math.pow(35.2, 3), within(1e-9));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            no style       | Masses;;1 28.085;;Atoms;;1 1 0 0 0;2 1 1 1 1;            | :17: the Atoms section does not name its style
            odd style      | Masses;;1 28.085;;Atoms # sphere;;1 1 0 0 0;2 1 1 1 1;   | :15: atom style is 'sphere'
            too few        | Masses;;1 28.085;;Atoms # atomic;;1 1 0 0 0;             | promises 2 atoms, the Atoms section holds 1
            twice          | Masses;;1 28.085;;Atoms # atomic;;1 1 0 0 0;1 1 0 0 0;   | :18: atom 1 was already given in line 17
            no masses      | Atoms # atomic;;1 1 0 0 0;2 1 1 1 1;                     | :13: atom type '1' has neither
            no element     | Masses;;1 1.5;;Atoms # atomic;;1 1 0 0 0;2 1 1 1 1;      | :13: mass 1.5 amu of type 1
            no number      | Masses;;1 28.085;;Atoms # atomic;;1 1 0 0 a;2 1 1 1 1;   | :17: 'a' is not a number
            columns        | Masses;;1 28.085;;Atoms # full;;1 1 0 0 0;2 1 1 1 1;     | :17: an atom of style full has 7 or 10 columns
            """)
    void an_error_names_file_and_line(String name, String rest, String message) {
        assertThatThrownBy(() -> read(HEADER + rest))
                .as(name)
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_turned_box_keeps_distances_and_turns_vectors_back() {
        Structure structure = new Structure(
                Cell.periodic(0, 2.7, 2.7, 2.7, 0, 2.7, 2.7, 2.7, 0), List.of(Element.SI), new double[] {.1, .2, .3});
        LammpsBox box = LammpsBox.of(structure);
        double[] forces = {1, -2, 3};

        assertThat(box.highAngstrom(0) * box.highAngstrom(1) * box.highAngstrom(2))
                .isCloseTo(structure.cell().volume(), within(1e-12));
        assertThat(box.fromLammps(box.toLammps(forces))).containsExactly(forces, within(1e-14));
        assertThat(box.tensorFromLammps(new double[] {2, 2, 2, 0, 0, 0}))
                .containsExactly(new double[] {2, 2, 2, 0, 0, 0}, within(1e-14));
    }

    @Test
    void a_tilted_open_direction_is_refused() {
        Cell slab = Cell.of(new double[] {4, 0, 0, 0, 4, 0, 1, 0, 20}, true, true, false);
        Structure structure = new Structure(slab, List.of(Element.SI), new double[3]);

        assertThatThrownBy(() -> LammpsBox.of(structure)).hasMessageContaining("cell vector c is tilted");
    }

    private Structure read(String content) throws IOException {
        Path file = dir.resolve("t.data");
        Files.writeString(file, content.replace(";", "\n"));
        return LammpsDataFile.read(file);
    }
}
