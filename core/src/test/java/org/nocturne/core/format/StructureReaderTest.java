package org.nocturne.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.core.structure.Structure;

/** Files as people bring them. */
class StructureReaderTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource({
        "a.cif,CIF",
        "A.CIF,CIF",
        "POSCAR,POSCAR",
        "POSCAR.si,POSCAR",
        "CONTCAR,POSCAR",
        "si.vasp,POSCAR",
        "si.poscar,POSCAR",
        "poscar.xyz,EXTXYZ",
        "a.data,LAMMPS_DATA",
        "a.lammps-data,LAMMPS_DATA",
        "a.extxyz,EXTXYZ",
        "a,EXTXYZ"
    })
    void a_name_tells_the_format(String name, StructureFormat format) {
        assertThat(StructureFormat.of(Path.of("x", name))).isEqualTo(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.cif", "POSCAR", "a.data", "a.xyz"})
    void nothing_a_folder_and_bytes_are_told_as_that(String name) throws IOException {
        Path file = dir.resolve(name);
        assertThatThrownBy(() -> StructureReader.first(file)).hasMessageContaining(name + ": there is no such file");
        Files.createDirectory(file);
        assertThatThrownBy(() -> StructureReader.first(file)).hasMessageContaining(name + ": is no file");
        Files.delete(file);
        Files.createFile(file);
        assertThatThrownBy(() -> StructureReader.first(file)).hasMessageContaining(name + ": is empty");
        Files.write(file, new byte[] {'2', '\n', 0, 1});
        assertThatThrownBy(() -> StructureReader.first(file))
                .hasMessageContaining(name + ": is binary, it holds a zero byte at 2");
    }

    @Test
    void a_mark_at_its_beginning_is_no_part_of_the_number_of_atoms() throws IOException {
        Path file = Files.writeString(dir.resolve("m.xyz"), "\uFEFF1\r\n\r\nSi 0 0 0\r\n");

        assertThat(StructureReader.first(file).size()).isEqualTo(1);
    }

    @Test
    void letters_of_an_older_program_are_told_with_their_line() throws IOException {
        Path file = Files.write(dir.resolve("l.xyz"), "1\nÅngström\nSi 0 0 0\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> StructureReader.first(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("is not text in UTF-8");
    }

    /** The same million atoms in each format, within the memory of the tests. */
    @ParameterizedTest
    @ValueSource(strings = {"million.xyz", "million.cif", "million.vasp"})
    void a_million_atoms_are_read(String name) throws IOException {
        Path file = dir.resolve(name);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    switch (StructureFormat.of(file)) {
                        case EXTXYZ -> "1000000\nLattice=\"300 0 0 0 300 0 0 0 300\"\n";
                        case CIF ->
                            "data_m\n_cell_length_a 300\n_cell_length_b 300\n_cell_length_c 300\n_cell_angle_alpha 90\n"
                                    + "_cell_angle_beta 90\n_cell_angle_gamma 90\nloop_\n_atom_site_label\n"
                                    + "_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n";
                        default -> "m\n300\n1 0 0\n0 1 0\n0 0 1\nSi\n1000000\nDirect\n";
                    });
            boolean cartesian = name.endsWith("xyz");
            String label = name.endsWith("vasp") ? "" : "Si ";
            for (int atom = 0; atom < 1_000_000; atom++) {
                double unit = cartesian ? 3 : 0.01;
                out.write(
                        label + atom / 10_000 * unit + " " + atom / 100 % 100 * unit + " " + atom % 100 * unit + "\n");
            }
        }
        Structure found = StructureReader.first(file);

        assertThat(found.size()).isEqualTo(1_000_000);
        assertThat(found.z(99)).isEqualTo(297.0);
        assertThat(found.cell().volume()).isEqualTo(2.7e7);
    }
}
