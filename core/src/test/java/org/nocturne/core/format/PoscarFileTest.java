package org.nocturne.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

class PoscarFileTest {
    private static final String SALT = """
            rock salt
            5.64
            1 0 0
            0 1 0
            0 0 2
            Na Cl
            1 1
            Direct
            0 0 0
            .5 .5 .25
            """;

    @TempDir
    Path dir;

    @Test
    void direct_cartesian_and_scales_mean_what_vasp_means() throws IOException {
        Structure salt =
                new Structure(Cell.orthorhombic(5.64, 5.64, 11.28), List.of(Element.NA, Element.CL), new double[] {
                    0, 0, 0, 2.82, 2.82, 2.82
                });

        assertThat(read(SALT)).isEqualTo(salt);
        assertThat(read(SALT.replace("\n", "\r\n"))).isEqualTo(salt);
        assertThat(read(SALT.replace("Direct", "Selective dynamics\ndirect").replace(".25", ".25 T T F")))
                .isEqualTo(salt);
        assertThat(read(SALT.replace("Direct", "kartesian").replace(".25", ".5")))
                .isEqualTo(salt);
        assertThat(read(SALT.replace("5.64", "5.64 5.64 2.82").replace("0 0 2", "0 0 4")))
                .isEqualTo(salt);
        assertThat(read(SALT.replace("Na Cl", "Na_pv Cl/3f2a91") + "\n0 0 0\n0 0 0\n"))
                .isEqualTo(salt);
        assertThat(read(SALT.replace("5.64", "-1000")).cell().volume()).isCloseTo(1000, within(1e-9));
    }

    @Test
    void what_cannot_be_meant_names_its_line() {
        refused(SALT.replace("Na Cl\n", ""), ":6: found counts where the elements are wanted: the form of VASP 4");
        refused(SALT.replace("Na Cl", "Na Xy"), ":6: 'Xy' is no element");
        refused(SALT.replace("1 1\n", "1\n"), ":7: found 1 counts for 2 elements");
        refused(SALT.replace("1 1\n", "1 3\n"), ":11: the file ends where atom 3 of 4 is wanted");
        refused(SALT.replace("Direct", "0 0 0"), ":8: found '0 0 0'; wanted is Direct or Cartesian");
        refused(SALT.replace("0 1 0", "1 0 0"), "cell is periodic but its vectors span no volume");
        refused(SALT.replace(".5 .5 .25", ".5 nan .25"), ":10: found 'nan'; wanted is a number");
        refused(SALT.replace(".5 .5 .25", ".5 x .25"), ":10: found 'x'; wanted is a number");
        refused(SALT.replace("5.64", "0"), ":2: the scale is [0.0]");
        refused("", "is empty; wanted is a structure as POSCAR");
        refused("\0", "is binary");
    }

    @Property(tries = 200)
    void what_is_written_comes_back_bit_by_bit(
            @ForAll @Size(9) List<@DoubleRange(min = -1.5, max = 1.5) Double> tilt,
            @ForAll @Size(9) List<@DoubleRange(min = -1e6, max = 1e6) Double> xyz)
            throws IOException {
        double[] rows = new double[9];
        for (int k = 0; k < 9; k++) {
            rows[k] = tilt.get(k) + (k % 4 == 0 ? 6 : 0);
        }
        Structure given = new Structure(
                Cell.periodic(rows),
                List.of(Element.SI, Element.O, Element.SI),
                xyz.stream().mapToDouble(x -> x).toArray());
        Path file = Files.createTempFile("bits", ".vasp");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            PoscarFile.write(given, "three\natoms", out);
        }
        Structure found = PoscarFile.read(file);
        Files.delete(file);

        assertThat(found).isEqualTo(given);
    }

    private Structure read(String text) throws IOException {
        return PoscarFile.read(Files.writeString(dir.resolve("POSCAR"), text));
    }

    private void refused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith(dir.resolve("POSCAR").toString())
                .hasMessageContaining(message);
    }
}
