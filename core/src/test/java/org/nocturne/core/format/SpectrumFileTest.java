package org.nocturne.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocturne.core.format.SpectrumFile.Said;
import org.nocturne.core.spectrum.PatternAxis;
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
        assertRefused("1 2\n1 3\n", ":2: q is 1.0; q must rise strictly and not be negative");
        assertRefused("1 2 0\n", ":1: the error is 0.0; it must be above 0");
        assertRefused("q I\nq I\n", ":2: found 'q'; wanted a finite number");
        assertRefused("1,,2\n", ":1: found ''; wanted a finite number");
        assertRefused("# nothing\n", ": has no data");
        assertRefused("1 2\n3 4\n2 5\n", ":3: q is 2.0; q must rise strictly");
        assertThatThrownBy(() -> SpectrumFile.read(folder.resolve("absent.txt")))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("absent.txt: there is no such file");
    }

    @Test
    void commas_in_numbers_are_told_from_commas_between_them() throws IOException {
        Spectrum expected = new Spectrum(new double[] {1, 1.5}, new double[] {2.25, 300}, new double[] {0.5, 1});
        assertThat(read("q;I;s\n1,0;2,25;0,5\n1,5;300;1\n")).isEqualTo(expected);
        assertThat(read("1,0 2,25 0,5\n1,5\t300\t1\n")).isEqualTo(expected);
        assertThat(read("1.0,2.25,0.5\n1.5, 300, 1\n")).isEqualTo(expected);
        assertRefused("1,0,2,25\n", ":1: found 4 columns");
    }

    @Test
    void marks_line_ends_and_letters_of_other_systems_change_nothing() throws IOException {
        Spectrum expected = Spectrum.of(new double[] {1, 2}, new double[] {3, 4});
        String text = "# q(1/Å) I\n1 3\n2 4\n";
        assertThat(read("\uFEFF" + text)).isEqualTo(expected);
        assertThat(read(text.replace("\n", "\r\n"))).isEqualTo(expected);
        assertThat(read(text.replace("\n", "\r"))).isEqualTo(expected);
        assertThat(read(text.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(expected);
        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(expected);
    }

    @Test
    void what_is_no_text_is_told_as_that() {
        assertRefused("", ": is empty; wanted is a spectrum");
        assertRefused("\n \n", ": is empty; wanted is a spectrum");
        assertRefused("PK\0\0", ": is binary, it holds a zero byte at 2");
        assertThatThrownBy(() -> SpectrumFile.read(folder)).hasMessageContaining("is no file; wanted is a spectrum");
    }

    @Test
    void two_theta_becomes_q_by_the_wavelength_that_the_file_or_a_person_states() throws IOException {
        double[] q = {
            4 * Math.PI / 1.54 * Math.sin(Math.toRadians(10)), 4 * Math.PI / 1.54 * Math.sin(Math.toRadians(45))
        };
        String numbers = "20 1\n90 2\n";
        for (String header : List.of(
                "# two-theta(degree) intensity\n# wavelength 1.54 angstrom\n",
                "# Wavelength: 1.54e-10 m\n# 2th_deg I\n",
                "! lambda = 0.154 nm\n2Theta,I\n",
                "# 2\u03B8 (\u00B0), wave length 1.54\n")) {
            assertThat(read(header + numbers).qPerAngstrom()).containsExactly(q, within(1e-12));
        }
        Said person = new Said(PatternAxis.TWO_THETA, 1.54);
        assertThat(read(numbers, person).qPerAngstrom()).containsExactly(q, within(1e-12));
        assertThat(read("# tth I\n" + numbers, new Said(null, 1.54)).qPerAngstrom())
                .containsExactly(q, within(1e-12));
        assertRefused(
                "# two-theta I\n" + numbers, ": has two-theta in its first column and no wavelength; wanted is one");
        assertRefused("# two-theta I, wavelength 1.54\n190 1\n", ":2: two-theta is 190.0 degree");
        assertRefused(numbers, ":2: the first column reaches 90.0, which is no q in 1/angstrom");
        assertThatThrownBy(() -> read("# q I\n1 2\n", person))
                .hasMessageContaining("says that its first column is q, and you that it is two-theta");
    }

    @Test
    void q_in_inverse_nanometres_is_told_by_its_unit() throws IOException {
        for (String header : List.of("# q(1/nm) I\n", "# q_nm^-1 I\n", "q (nm-1);I\n")) {
            assertThat(read(header + "10 1\n25 2\n").qPerAngstrom()).containsExactly(1, 2.5);
        }
        assertThat(read("10 1\n25 2\n", new Said(PatternAxis.Q_NM, null)).qPerAngstrom())
                .containsExactly(1, 2.5);
    }

    @Test
    void files_of_other_programs_carry_more_lines_before_their_numbers() throws IOException {
        Path chi = Files.writeString(
                folder.resolve("s.chi"),
                "sample 3 of 5\n 2-Theta Angle (Degrees)\n Intensity\n       2\n  10.0  5.0\n  20.0  6.0\n");
        assertThat(SpectrumFile.read(chi, new Said(null, 1.0)).intensity()).containsExactly(5, 6);
        Path gr = Files.writeString(
                folder.resolve("s.gr"),
                "[DEFAULT]\nversion = pdfgetx3-2.0\nqmax = 24 25\n#### start data\n#S 1\n#L r($\\AA$)  G($\\AA^{-2}$)\n0 0\n.1 .2\n");
        assertThatThrownBy(() -> SpectrumFile.read(gr))
                .hasMessageContaining("s.gr: holds a function of the distance r, such as G(r)");
        Path sq = Files.writeString(
                folder.resolve("s.sq"),
                "[DEFAULT]\nqmax = 24 25\n#### start data\n#L Q($\\AA^{-1}$) S(Q)\n1 .9\n2 1.1\n");
        assertThat(SpectrumFile.read(sq)).isEqualTo(Spectrum.of(new double[] {1, 2}, new double[] {.9, 1.1}));
    }

    private Spectrum read(byte[] bytes) throws IOException {
        return SpectrumFile.read(Files.write(folder.resolve("b.txt"), bytes));
    }

    private Spectrum read(String text, Said said) throws IOException {
        return SpectrumFile.read(Files.writeString(folder.resolve("s.txt"), text), said);
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
