package org.nocturne.routes.cli.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.core.format.ExtendedXyz;
import org.nocturne.core.format.LammpsDataFile;
import org.nocturne.core.format.SpectrumFile;
import org.nocturne.core.format.XyzFrame;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.spectrum.TwoTheta;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

class ScatterCommandTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"si1000", "si1000_rattled"})
    void exact_gives_the_pair_sum_of_the_cluster(String name) throws IOException {
        Spectrum found = scatter(shared(name + ".xyz").toString(), "--method", "exact", "--q", "0.5:20:400");
        Spectrum wanted = SpectrumFile.read(shared(name + ".exact_wk.txt"));
        double max = max(wanted);
        for (int k = 0; k < wanted.size(); k++) {
            assertThat(found.qPerAngstrom()[k]).isCloseTo(wanted.qPerAngstrom()[k], within(1e-7));
            assertThat(found.intensity()[k]).isCloseTo(wanted.intensity()[k], within(1e-7 * max));
        }
    }

    @Test
    void a_molecule_without_a_cell_is_binned_and_says_so() throws IOException {
        Path out = dir.resolve("out.txt");
        run("scatter", shared("nmm_gfn2.xyz").toString(), "--out", out.toString());
        assertThat(Files.readAllLines(out).get(0)).contains("method binned (chosen by the cell)");
        Spectrum wanted = SpectrumFile.read(shared("nmm.exact_wk.txt"));
        double max = max(wanted);
        double[] found = SpectrumFile.read(out).intensity();
        for (int k = 0; k < found.length; k++) {
            assertThat(found[k]).isCloseTo(wanted.intensity()[k], within(1e-5 * max));
        }
    }

    @Test
    void the_mean_over_frames_is_written_unless_one_is_named() throws IOException {
        Path file = dir.resolve("two.extxyz");
        Structure cell = Silicon.crystal(2);
        ExtendedXyz.write(List.of(new XyzFrame(cell), new XyzFrame(Silicon.shaken(2, 0.2, 5))), file);
        double first = scatter(file.toString(), "--frame", "0", "--q", "1:4:31").intensity()[10];
        double second =
                scatter(file.toString(), "--frame", "1", "--q", "1:4:31").intensity()[10];
        double mean = scatter(file.toString(), "--q", "1:4:31").intensity()[10];
        assertThat(mean).isCloseTo((first + second) / 2, within(1e-12));
        assertThat(first).isNotEqualTo(second);
        assertThat(run("scatter", file.toString(), "--frame", "2").error())
                .contains("--frame is 2; the file holds frames 0 to 1");
    }

    @Test
    void a_lammps_data_file_gives_what_the_same_structure_gives_as_extended_xyz() throws IOException {
        Structure cell = Silicon.shaken(2, 0.1, 9);
        LammpsDataFile.write(cell, List.of(Element.SI), dir.resolve("si.data"));
        ExtendedXyz.write(List.of(new XyzFrame(cell)), dir.resolve("si.extxyz"));
        double[] lammps =
                scatter(dir.resolve("si.data").toString(), "--q", "1:4:31").intensity();
        double[] xyz =
                scatter(dir.resolve("si.extxyz").toString(), "--q", "1:4:31").intensity();
        assertThat(lammps).containsExactly(xyz, within(1e-9));
    }

    @Test
    void the_error_of_weak_points_is_that_of_a_share_of_the_maximum() throws IOException {
        Path file = dir.resolve("glass.xyz");
        ExtendedXyz.write(List.of(new XyzFrame(Silicon.shaken(2, 0.2, 1))), file);

        CommandRun run = CommandRun.of(
                ("scatter " + file + " --method pairs --q 1:12:200 --noise 0.02 --noise-floor 1").split(" "));

        assertThat(run.code()).as(run.error()).isZero();
        assertThat(run.output()
                        .lines()
                        .filter(line -> !line.startsWith("#") && Character.isDigit(line.charAt(0)))
                        .map(line -> line.split("[ ,]+")[2])
                        .distinct())
                .hasSize(1);
    }

    @Test
    void noise_is_repeated_by_its_seed_and_states_its_size() throws IOException {
        Path file = dir.resolve("si.extxyz");
        ExtendedXyz.write(List.of(new XyzFrame(Silicon.shaken(2, 0.1, 9))), file);
        String[] noisy = {file.toString(), "--q", "1:6:401", "--noise", "0.02", "--seed", "3"};
        Spectrum clean = scatter(file.toString(), "--q", "1:6:401");
        Spectrum once = scatter(noisy);
        assertThat(once).isEqualTo(scatter(noisy));
        double chi2 = 0;
        for (int k = 0; k < once.size(); k++) {
            double pull = (once.intensity()[k] - clean.intensity()[k]) / once.sigma()[k];
            chi2 += pull * pull / once.size();
        }
        assertThat(chi2).isBetween(0.8, 1.2);
    }

    @Test
    void two_theta_follows_braggs_law() throws IOException {
        Path file = dir.resolve("si.extxyz");
        ExtendedXyz.write(List.of(new XyzFrame(Silicon.crystal(2))), file);
        Spectrum found = scatter(file.toString(), "--q", "1:6:5001", "--wavelength", "1.5406", "--fwhm", "0.02");
        int peak = 0;
        for (int k = 0; k < found.size(); k++) {
            peak = found.qPerAngstrom()[k] < 2.8 && found.intensity()[k] > found.intensity()[peak] ? k : peak;
        }
        double degree = new TwoTheta(1.5406).degree(found.qPerAngstrom()[peak]); // read back as q: the file says how
        assertThat(degree).isCloseTo(28.44, within(0.02)); // silicon 111, copper K-alpha 1
        assertThat(Files.readAllLines(dir.resolve("stdout.txt")).stream().filter(line -> line.startsWith("28.4")))
                .isNotEmpty();
    }

    @Test
    void a_file_that_is_not_there_is_named_in_one_line() {
        CommandRun run = run("scatter", "absent.extxyz");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.error()).contains("absent.extxyz: there is no such file").hasLineCount(1);
    }

    @Test
    void a_grid_that_cannot_be_meant_is_refused() {
        assertThat(run("scatter", "x.xyz", "--q", "5:1:10").error()).contains("found '5:1:10'", "first:last:points");
        assertThat(run("scatter", "x.xyz", "--method", "fast").error()).contains("exact, binned, kpoints, pairs");
    }

    private Spectrum scatter(String... arguments) throws IOException {
        String[] all = new String[arguments.length + 1];
        all[0] = "scatter";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        CommandRun run = run(all);
        assertThat(run.error()).isEmpty();
        Path file = dir.resolve("stdout.txt");
        Files.writeString(file, run.output());
        return SpectrumFile.read(file);
    }

    private static CommandRun run(String... arguments) {
        return CommandRun.of(arguments);
    }

    private static double max(Spectrum spectrum) {
        double max = 0;
        for (double value : spectrum.intensity()) {
            max = Math.max(max, value);
        }
        return max;
    }

    private static Path shared(String name) {
        Path file = Path.of(System.getProperty("nocturne.shared", "absent"), "data", "debye", name);
        assumeTrue(Files.exists(file), "SKIPPED: " + file + " is not there");
        return file;
    }
}
