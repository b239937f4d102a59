package org.nocturne.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

class ExtendedXyzTest {
    @TempDir
    Path dir;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            unknown species    | 1;x;X 0 0 0                                    | f.xyz:3: 'X' is no element
            lower-case species | 1;x;si 0 0 0                                   | f.xyz:3: 'si' is no element
            no number          | one;x;H 0 0 0                                  | f.xyz:1: wanted the number of atoms
            no atoms           | 0;x                                            | f.xyz:1: wanted the number of atoms
            file too short     | 2;x;H 0 0 0                                    | f.xyz:4: the file ends
            a word for a number| 1;x;H 0 zero 0                                 | f.xyz:3: pos is 'zero'
            a missing column   | 1;x;H 0 0                                      | f.xyz:3: an atom has 4 columns here, found 3
            one column too many| 1;Properties=species:S:1:pos:R:3;H 0 0 0 1     | f.xyz:3: an atom has 4 columns here, found 5
            bad Properties     | 1;Properties=species:S:1:pos:Q:3;H 0 0 0       | f.xyz:2: Properties is
            eight numbers      | 1;Lattice="1 0 0 0 1 0 0 0";H 0 0 0            | f.xyz:2: Lattice is
            a flat cell        | 1;Lattice="1 0 0 0 1 0 0 0 0";H 0 0 0          | f.xyz:2: cell is periodic
            bad pbc            | 1;Lattice="1 0 0 0 1 0 0 0 1" pbc="yes";H 0 0 0| f.xyz:2: pbc is 'yes'
            infinite position  | 1;x;H 0 0 inf                                  | f.xyz:2: the frame below: coordinate z of atom 1
            """)
    void an_error_names_file_and_line(String name, String content, String message) throws IOException {
        Path file = dir.resolve("f.xyz");
        Files.writeString(file, content.replace(";", "\n") + "\n");

        assertThatThrownBy(() -> ExtendedXyz.read(file))
                .as(name)
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(message);
    }

    @Test
    void frames_can_be_added_to_a_file() throws IOException {
        Path file = dir.resolve("grows.xyz");
        XyzFrame frame = new XyzFrame(new Structure(Cell.cubic(3), List.of(Element.AR), new double[] {1, 2, 3}));
        for (int k = 0; k < 3; k++) {
            try (ExtendedXyzWriter writer =
                    new ExtendedXyzWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                writer.write(frame);
            }
        }

        assertThat(ExtendedXyz.read(file)).containsExactly(frame, frame, frame);
    }

    @Test
    void a_plain_comment_is_kept() throws IOException {
        Path file = dir.resolve("plain.xyz");
        Files.writeString(file, "1\nwater, optimised\nO 0 0 0 -0.8\n");

        assertThat(ExtendedXyz.readFirst(file).text("comment")).contains("water, optimised");
    }

    @Test
    void a_line_break_in_a_text_is_refused() {
        XyzFrame frame = new XyzFrame(
                new Structure(Cell.open(), List.of(Element.H), new double[3]),
                Map.of("note", new XyzValue.Text("a\nb")),
                Map.of());

        assertThatThrownBy(() -> ExtendedXyz.write(List.of(frame), dir.resolve("x.xyz")))
                .hasMessageContaining("line break");
    }
}
