package org.nocturne.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.spectrum.Spectrum;

class SpectrumFileTest {
    @TempDir
    Path folder;

    @Test
    void what_is_written_reads_back_to_the_last_bit() {
        Path file = folder.resolve("s.txt");
        Spectrum spectrum = new Spectrum(
                new double[] {0.1, 1 / 3.0, 20}, new double[] {-1e-300, Math.PI, 7}, new double[] {.1, .2, 1e9});
        SpectrumFile.write(file, spectrum, List.of("silicon, 300 K", "two\nlines"));
        assertThat(SpectrumFile.read(file)).isEqualTo(spectrum);

        Spectrum bare = Spectrum.of(new double[] {0, 1}, new double[] {2, 3});
        SpectrumFile.write(file, bare, List.of());
        assertThat(SpectrumFile.read(file)).isEqualTo(bare);
    }

    @Test
    void writing_leaves_nothing_beside_the_file() throws IOException {
        SpectrumFile.write(folder.resolve("s.txt"), Spectrum.of(new double[] {1}, new double[] {2}), List.of());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("s.txt"));
        }
    }

    @Test
    void commas_blanks_comments_and_a_header_are_understood() throws IOException {
        Spectrum expected = Spectrum.of(new double[] {1, 1.05}, new double[] {46321.47, 22350.11});
        assertThat(read("q,I(Q)\n1.0,46321.47\n1.05,22350.11")).isEqualTo(expected);
        assertThat(read("# made by hand\n\n  1.0\t46321.47\r\n# between\n 1.05   2.235011e4\n"))
                .isEqualTo(expected);
        assertThat(read("q, I, sigma\n1, 2, 0.5\n").hasSigma()).isTrue();
    }

    @Test
    void errors_name_the_file_and_the_line() {
        assertRefused("1 2\n2 x\n", ":2: found 'x'; wanted a finite number");
        assertRefused("1 2\n2 NaN\n", ":2: found 'NaN'; wanted a finite number");
        assertRefused("# c\n1 2\n\n2 3 4\n", ":4: found 3 columns; wanted 2 as in the lines before");
        assertRefused("1\n", ":1: found 1 columns; wanted 2 (q, intensity) or 3 (with the error)");
        assertRefused("1 2\n1 3\n", ":2: q is 1; q must rise strictly and not be negative");
        assertRefused("1 2 0\n", ":1: the error is 0; it must be above 0");
        assertRefused("q I\nq I\n", ":2: found 'q'; wanted a finite number");
        assertRefused("1,,2\n", ":1: found ''; wanted a finite number");
        assertRefused("# nothing\n", ": has no data");
        assertThatThrownBy(() -> SpectrumFile.read(folder.resolve("absent.txt")))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("absent.txt: there is no such file");
    }

    private Spectrum read(String text) throws IOException {
        return SpectrumFile.read(Files.writeString(folder.resolve("s.txt"), text));
    }

    private void assertRefused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(folder.resolve("s.txt") + message);
    }
}
