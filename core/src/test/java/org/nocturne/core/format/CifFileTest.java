package org.nocturne.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

class CifFileTest {
    private static final Path RUTILE = Path.of("src/test/resources/formats/rutile.cif");
    private static final String CELL = """
            data_x
            _cell_length_a 5
            _cell_length_b 6
            _cell_length_c 7
            _cell_angle_alpha 90
            _cell_angle_beta 100
            _cell_angle_gamma 90
            """;
    private static final String SITES = """
            loop_
            _atom_site_label
            _atom_site_fract_x
            _atom_site_fract_y
            _atom_site_fract_z
            """;

    @TempDir
    Path dir;

    /** Bond lengths of rutile as published: four of 1.95, two of 1.98 angstrom. */
    @Test
    void symmetry_makes_the_whole_cell_of_two_sites() throws IOException {
        Structure rutile = CifFile.read(RUTILE).get(0).structure();

        assertThat(rutile.species())
                .containsExactly(Element.TI, Element.TI, Element.O, Element.O, Element.O, Element.O);
        assertThat(rutile.cell()).isEqualTo(Cell.orthorhombic(4.594, 4.594, 2.959));
        List<Double> bonds = new ArrayList<>();
        for (Structure big = rutile.repeated(3, 3, 3); bonds.isEmpty(); ) {
            for (int atom = 0; atom < big.size(); atom++) {
                double[] d = {big.x(atom) - big.x(0), big.y(atom) - big.y(0), big.z(atom) - big.z(0)};
                big.cell().minimumImage(d);
                double r = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
                if (big.species(atom) == Element.O && r < 2.5) {
                    bonds.add(r);
                }
            }
        }
        bonds.sort(null);
        assertThat(bonds).hasSize(6);
        assertThat(bonds.subList(0, 4)).allSatisfy(r -> assertThat(r).isCloseTo(1.948, within(1e-3)));
        assertThat(bonds.subList(4, 6)).allSatisfy(r -> assertThat(r).isCloseTo(1.982, within(1e-3)));
    }

    @Test
    void a_rounded_coordinate_is_moved_onto_its_special_position() throws IOException {
        Structure found = read("""
                data_x
                _cell_length_a 4
                _cell_length_b 4
                _cell_length_c 6
                _cell_angle_alpha 90
                _cell_angle_beta 90
                _cell_angle_gamma 120
                loop_
                _space_group_symop_operation_xyz
                x,y,z
                -y,x-y,z
                -x+y,-x,z
                """ + SITES + "C1 0.3333 0.6667 0.5\n");

        assertThat(found.size()).isEqualTo(1);
        double[] s = new double[3];
        found.cell().toFractional(found.x(0), found.y(0), found.z(0), s);
        assertThat(s[0]).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(s[1]).isCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void marks_of_windows_and_of_unicode_change_nothing() throws IOException {
        String text = Files.readString(RUTILE);
        Structure wanted = CifFile.read(RUTILE).get(0).structure();

        assertThat(read("\uFEFF" + text.replace("\n", "\r\n"))).isEqualTo(wanted);
        assertThat(read(text.replace("_cell_length_a", "_cell.length_a").replace("_cell_angle_", "_CELL_ANGLE_")))
                .isEqualTo(wanted);
        Path utf16 = Files.write(dir.resolve("u.cif"), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
        assertThat(CifFile.read(utf16).get(0).structure()).isEqualTo(wanted);
    }

    @Test
    void labels_tell_elements_where_they_can() throws IOException {
        assertThat(read(CELL + SITES + "Si1 0 0 0\nOW2 .5 0 0\nCa .5 .5 0\nO .5 .5 .5")
                        .species())
                .containsExactly(Element.SI, Element.O, Element.CA, Element.O);
        refused(CELL + SITES + "CA1 0 0 0\n", ":9: atom_site_label is 'CA1', which may be Ca or C");
        refused(CELL + SITES + "Qq1 0 0 0\n", ":9: atom_site_label is 'Qq1', which begins with no element");
    }

    @Test
    void disorder_is_refused_by_its_site() {
        String sites = SITES.replace("_label\n", "_label\n_atom_site_occupancy\n");

        refused(
                CELL + sites + "Si1 0.5(1) 0 0 0\n",
                ":10: atom_site_occupancy of site Si1 is 0.5; only sites that are");
        refused(CELL + SITES + "Si1 0 0 0\nGe1 0 0.001 1\n", "sites Si1 and Ge1 are at the same place");
    }

    @Test
    void what_cannot_be_meant_names_its_line() {
        refused(CELL.replace("6", "six") + SITES + "Si1 0 0 0\n", ":3: cell_length_b is 'six'; a number is wanted");
        refused(CELL.replace("_cell_length_c 7\n", "") + SITES + "Si1 0 0 0\n", "cell_length_c has no value");
        refused(
                CELL.replace("100", "180") + SITES + "Si1 0 0 0\n",
                ":2: cell_length_a and what follows cannot be meant");
        refused(CELL + SITES + "Si1 0 0 0\nSi2 0 0\n", "atom_site_fract_z has 1 values and atom_site_fract_x has 2");
        refused(CELL + SITES + "Si1 0 0 ?\n", ":12: atom_site_fract_z has no value");
        refused(CELL + "_space_group_name_H-M_alt 'F d -3 m'\n" + SITES + "Si1 0 0 0\n", "space group F d -3 m, whose");
        refused(
                CELL + "loop_\n_space_group_symop_operation_xyz\nx,y\n" + SITES + "Si1 0 0 0\n",
                ":9: space_group_symop");
        refused("data_x\n_cell_length_a 5\n_cell_length_b\n", ":3: is no CIF: Expected value.");
        refused(CELL, "lists no atoms");
        refused("", "is empty; wanted is a crystal structure as CIF");
        refused("\0\1\2", "is binary, it holds a zero byte at 0");
        refused("1 2 3\n4 5 6\n", ":1: is no CIF");
    }

    @Test
    void several_structures_are_frames_and_no_single_one() throws IOException {
        Path file = Files.writeString(
                dir.resolve("two.cif"),
                "data_global\n_journal_name x\n" + CELL + SITES + "Si1 0 0 0\n" + CELL.replace("data_x", "data_y")
                        + SITES + "Ge1 0 0 0\n");

        assertThat(CifFile.read(file))
                .extracting(frame -> frame.text("block").orElseThrow())
                .containsExactly("x", "y");
        assertThatThrownBy(() -> StructureReader.first(file))
                .hasMessageContaining("two.cif: holds 2 structures, in the blocks x, y; one is wanted here");
    }

    @Test
    void two_atoms_in_a_cell_of_a_micrometre_are_two_atoms() throws IOException {
        String wide = CELL.replace("a 5", "a 10000").replace("b 6", "b 10000").replace("c 7", "c 10000");

        assertThat(read(wide + SITES + "Si1 0 0 0\nSi2 .5 .5 .5\n").size()).isEqualTo(2);
        refused(wide + SITES + "Si1 0 0 0\nSi2 .000001 1 1\n", "sites Si1 and Si2 are at the same place");
    }

    @Test
    void a_cluster_is_no_crystal() {
        XyzFrame cluster = new XyzFrame(new Structure(Cell.open(), List.of(Element.SI), new double[3]));

        assertThatThrownBy(() -> written(cluster, dir.resolve("c.cif")))
                .hasMessageContaining("cannot be written as CIF");
    }

    /** Orientation is lost, shape and fractional coordinates are not. */
    @Property(tries = 200)
    void what_is_written_comes_back_in_shape(
            @ForAll @Size(9) List<@DoubleRange(min = -1.5, max = 1.5) Double> tilt,
            @ForAll @Size(6) List<@DoubleRange(min = -2, max = 2) Double> places)
            throws IOException {
        double[] rows = new double[9];
        for (int k = 0; k < 9; k++) {
            rows[k] = tilt.get(k) + (k % 4 == 0 ? 6 : 0);
        }
        Cell cell = Cell.periodic(rows);
        double[] xyz = new double[6];
        double[] out = new double[3];
        for (int atom = 0; atom < 2; atom++) {
            cell.toCartesian(
                    places.get(3 * atom) + atom * 0.5, places.get(3 * atom + 1), places.get(3 * atom + 2), out);
            System.arraycopy(out, 0, xyz, 3 * atom, 3);
        }
        Structure given = new Structure(cell, List.of(Element.SI, Element.O), xyz);
        double[] apart = {xyz[3] - xyz[0], xyz[4] - xyz[1], xyz[5] - xyz[2]};
        cell.minimumImage(apart);
        if (Math.hypot(Math.hypot(apart[0], apart[1]), apart[2]) < 0.1) {
            return; // two atoms at one place are refused
        }
        Path file = Files.createTempFile("shape", ".cif");
        written(new XyzFrame(given), file);
        Structure found = CifFile.read(file).get(0).structure();
        Files.delete(file);

        assertThat(found.species()).isEqualTo(given.species());
        double[] metric = metric(given.cell());
        double[] back = metric(found.cell());
        double[] s = new double[3];
        double[] t = new double[3];
        for (int k = 0; k < 9; k++) {
            assertThat(back[k]).isCloseTo(metric[k], within(1e-9));
        }
        for (int atom = 0; atom < 2; atom++) {
            given.cell().toFractional(given.x(atom), given.y(atom), given.z(atom), s);
            found.cell().toFractional(found.x(atom), found.y(atom), found.z(atom), t);
            assertThat(t).containsExactly(s, within(1e-12));
        }
    }

    private static double[] metric(Cell cell) {
        double[] out = new double[9];
        for (int k = 0; k < 9; k++) {
            for (int axis = 0; axis < 3; axis++) {
                out[k] += cell.component(k / 3, axis) * cell.component(k % 3, axis);
            }
        }
        return out;
    }

    private static void written(XyzFrame frame, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            CifFile.write(frame, "x", out);
        }
    }

    private Structure read(String text) throws IOException {
        return CifFile.read(Files.writeString(dir.resolve("c.cif"), text))
                .get(0)
                .structure();
    }

    private void refused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith(dir.resolve("c.cif").toString())
                .hasMessageContaining(message);
    }
}
