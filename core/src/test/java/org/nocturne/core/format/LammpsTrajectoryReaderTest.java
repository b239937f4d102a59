package org.nocturne.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.structure.Element;

class LammpsTrajectoryReaderTest {
    private static final List<Element> ELEMENTS =
            List.of(Element.SI, Element.ofSymbol("O").orElseThrow());
    private static final String HEAD =
            "ITEM: TIMESTEP\n%d\nITEM: NUMBER OF ATOMS\n%d\nITEM: BOX BOUNDS pp pp pp\n-1 9\n0 10\n0 10\n";

    @TempDir
    Path dir;

    private List<XyzFrame> read(String text) throws IOException {
        Path file = Files.writeString(dir.resolve("a.dump"), text);
        List<XyzFrame> out = new ArrayList<>();
        try (LammpsTrajectoryReader reader = new LammpsTrajectoryReader(file, ELEMENTS)) {
            for (Optional<XyzFrame> f = reader.next(); f.isPresent(); f = reader.next()) {
                out.add(f.get());
            }
        }
        return out;
    }

    private static String head(int step, int atoms) {
        return String.format(HEAD, step, atoms);
    }

    @Test
    void atoms_are_put_in_order_with_forces_and_positions_from_the_corner_of_the_box() throws IOException {
        List<XyzFrame> frames = read(head(0, 2)
                + "ITEM: ATOMS fx type id x y z fy fz\n.1 2 7 1 2 3 .2 .3\n0 1 3 -1 0 0 0 0\n"
                + head(500, 2)
                + "ITEM: ATOMS fx type id x y z fy fz\n0 1 3 0 0 0 0 0\n.1 2 7 1 2 4 .2 .3\n");

        assertThat(frames).hasSize(2);
        assertThat(frames.get(0).structure().species())
                .containsExactly(Element.SI, Element.ofSymbol("O").orElseThrow());
        assertThat(frames.get(0).structure().xyzAngstrom()).containsExactly(0, 0, 0, 2, 2, 3);
        assertThat(frames.get(1).structure().z(1)).isEqualTo(4);
        assertThat(frames.get(0).reals("forces").orElseThrow()).containsExactly(0, 0, 0, .1, .2, .3);
        assertThat(frames.get(1).number("step").orElseThrow()).isEqualTo(500);
    }

    @Test
    void scaled_positions_in_a_tilted_box_are_fractions_of_its_vectors() throws IOException {
        // a = (4, 0, 0), b = (1, 3, 0), c = (-2, .5, 5) from the corner (1, 1, 1): LAMMPS states what encloses it
        XyzFrame frame = read("ITEM: TIMESTEP\n0\nITEM: NUMBER OF ATOMS\n1\nITEM: BOX BOUNDS xy xz yz pp pp pp\n"
                        + "-1 6 1\n1 4.5 -2\n1 6 .5\nITEM: ATOMS id type xs ys zs\n1 1 .5 .5 .5\n")
                .get(0);

        assertThat(frame.structure().cell().rows())
                .containsExactly(new double[] {4, 0, 0, 1, 3, 0, -2, .5, 5}, within(1e-12));
        assertThat(frame.structure().xyzAngstrom()).containsExactly(new double[] {1.5, 1.75, 2.5}, within(1e-12));
    }

    @Test
    void a_frame_cut_short_is_named_by_file_and_line() {
        assertThatThrownBy(() -> read(head(0, 2) + "ITEM: ATOMS id type x y z\n1 1 0 0 0\n"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("a.dump:11: the file ends where atom 2 of 2 at step 0 is wanted");
    }

    @Test
    void another_number_of_atoms_is_refused() {
        assertThatThrownBy(() -> read(head(0, 1) + "ITEM: ATOMS id type x y z\n1 1 0 0 0\n" + head(5, 2)))
                .hasMessageContaining("a.dump:14: holds 2 atoms at step 5; the frames before hold 1");
    }

    @Test
    void an_atom_that_is_there_twice_or_changes_its_element_is_refused() {
        String columns = "ITEM: ATOMS id type x y z\n";
        assertThatThrownBy(() -> read(head(0, 2) + columns + "1 1 0 0 0\n1 1 1 1 1\n"))
                .hasMessageContaining("holds atom id 1 twice");
        assertThatThrownBy(() -> read(head(0, 1) + columns + "1 1 0 0 0\n" + head(5, 1) + columns + "1 2 0 0 0\n"))
                .hasMessageContaining("the frame of step 5 gives atom id 1 another element than the first frame, Si");
        assertThatThrownBy(() -> read(head(0, 1) + columns + "1 1 0 0 0\n" + head(5, 1) + columns + "7 1 0 0 0\n"))
                .hasMessageContaining("holds atom id 7, which the first frame does not");
    }

    @Test
    void a_missing_column_an_unknown_type_and_half_a_row_are_refused() {
        assertThatThrownBy(() -> read(head(0, 1) + "ITEM: ATOMS type x y z\n1 0 0 0\n"))
                .hasMessageContaining("a.dump:9: columns are type x y z; id is wanted");
        assertThatThrownBy(() -> read(head(0, 1) + "ITEM: ATOMS id type vx vy vz\n"))
                .hasMessageContaining("a position x y z, xu yu zu, xs ys zs or xsu ysu zsu is wanted");
        assertThatThrownBy(() -> read(head(0, 1) + "ITEM: ATOMS id type x y z\n1 3 0 0 0\n"))
                .hasMessageContaining("a.dump:10: atom type is 3; elements are given for types 1 to 2");
        assertThatThrownBy(() -> read(head(0, 1) + "ITEM: ATOMS id type x y z\n1 1 0 0\n"))
                .hasMessageContaining("a.dump:10: has 4 columns");
        assertThatThrownBy(() -> read(head(0, 1) + "ITEM: ATOMS id type x y z\n1 1 0 nan 0\n"))
                .hasMessageContaining("a.dump:10: found is 'nan'");
    }
}
