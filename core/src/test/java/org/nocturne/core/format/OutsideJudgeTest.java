package org.nocturne.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.CellParameters;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** ASE and pymatgen find in our CIF and POSCAR what we put there, and we find in a CIF with symmetry what ASE makes of it. */
@Tag("ase")
class OutsideJudgeTest {
    private static final String PYTHON = "/usr/bin/python3";
    private static final Structure SKEW = new Structure(
            Cell.periodic(5, 0.2, -0.4, -1.1, 6, 0.3, 0.7, 1.9, 7.5),
            List.of(Element.SI, Element.SI, Element.O, Element.O),
            new double[] {0.1, 0.2, 0.3, 1.9, -0.4, 2.2, 3.3, 4.4, 8.8, -2, 3, 1.25});

    @TempDir
    Path dir;

    @Test
    void crystals_of_eight_space_groups_are_those_of_ase() throws IOException {
        require("ase");
        assertThat(python("src/test/resources/ase/crystals.py", dir.toString())).doesNotContain("Error");
        List<String> seen = new ArrayList<>();
        try (var files = Files.newDirectoryStream(dir, "*.cif")) {
            for (Path file : files) {
                Structure ours = StructureReader.first(file);
                Structure theirs = StructureReader.first(
                        dir.resolve(file.getFileName().toString().replace(".cif", ".extxyz")));
                assertThat(ours.size()).as(file.toString()).isEqualTo(theirs.size());
                for (int atom = 0; atom < ours.size(); atom++) {
                    assertThat(distanceToNearest(ours, atom, theirs))
                            .as(file + " atom " + atom)
                            .isLessThan(1e-3);
                }
                seen.add(file.getFileName().toString());
            }
        }
        assertThat(seen).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ase", "pymatgen"})
    void others_read_our_cif(String judge) throws IOException {
        require(judge);
        Path file = dir.resolve("skew.cif");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            CifFile.write(new XyzFrame(SKEW), "skew", out);
        }
        assertThatItReads(judge, file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ase", "pymatgen"})
    void others_read_our_poscar(String judge) throws IOException {
        require(judge);
        Path file = dir.resolve("POSCAR");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            PoscarFile.write(SKEW, "skew", out);
        }
        assertThatItReads(judge, file);
    }

    /** pymatgen groups the atoms of a CIF by element, so ours are grouped already; both may bring fractions into the cell. */
    private void assertThatItReads(String judge, Path file) throws IOException {
        List<String> said = python("src/test/resources/ase/judge.py", judge, file.toString())
                .lines()
                .filter(line -> !line.contains("Warning") && !line.startsWith("  "))
                .toList();
        assertThat(said.get(0)).isEqualTo("4 Si Si O O");
        double[] rows = new double[9];
        for (int vector = 0; vector < 3; vector++) {
            System.arraycopy(numbers(said.get(1 + vector)), 0, rows, 3 * vector, 3);
        }
        CellParameters shape = CellParameters.of(Cell.periodic(rows));
        CellParameters wanted = CellParameters.of(SKEW.cell());
        assertThat(new double[] {shape.a(), shape.b(), shape.c(), shape.alpha(), shape.beta(), shape.gamma()})
                .containsExactly(
                        new double[] {wanted.a(), wanted.b(), wanted.c(), wanted.alpha(), wanted.beta(), wanted.gamma()
                        },
                        within(1e-8));
        double[] s = new double[3];
        for (int atom = 0; atom < 4; atom++) {
            SKEW.cell().toFractional(SKEW.x(atom), SKEW.y(atom), SKEW.z(atom), s);
            double[] found = numbers(said.get(4 + atom));
            for (int k = 0; k < 3; k++) {
                double apart = found[k] - s[k];
                assertThat(apart - Math.rint(apart)).isCloseTo(0, within(1e-8));
            }
        }
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.strip().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static double distanceToNearest(Structure one, int atom, Structure other) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < other.size(); k++) {
            double[] d = {other.x(k) - one.x(atom), other.y(k) - one.y(atom), other.z(k) - one.z(atom)};
            other.cell().minimumImage(d);
            if (other.species(k) == one.species(atom)) {
                nearest = Math.min(nearest, Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]));
            }
        }
        return nearest;
    }

    private static void require(String library) throws IOException {
        assumeTrue(Files.exists(Path.of(PYTHON)), "SKIPPED: no " + PYTHON);
        assumeTrue(
                python("-c", "import " + library + "; print('there')").contains("there"),
                "SKIPPED: " + PYTHON + " has no " + library + " (Debian package python3-" + library + ")");
    }

    private static String python(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(PYTHON));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
