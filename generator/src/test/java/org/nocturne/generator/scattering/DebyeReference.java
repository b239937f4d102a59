package org.nocturne.generator.scattering;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/** The shared reference structures and patterns; a test that asks for an absent file is skipped with the path in its message. */
final class DebyeReference {
    private DebyeReference() {}

    static Path file(String name) {
        Path file = Path.of(System.getProperty("nocturne.shared", "shared"), "data", "debye", name);
        assumeTrue(Files.isReadable(file), "skipped: the shared reference file " + file + " is not here");
        return file;
    }

    /** The atoms as a finite cluster: a Lattice in the comment is ignored. */
    static Structure cluster(String name) throws IOException {
        List<Element> species = new ArrayList<>();
        List<Double> xyz = new ArrayList<>();
        List<String> lines = Files.readAllLines(file(name));
        for (String line : lines.subList(2, lines.size())) {
            String[] words = line.trim().split("\\s+", -1);
            if (words.length >= 4) {
                species.add(Element.ofSymbol(words[0]).orElseThrow());
                for (int k = 1; k <= 3; k++) {
                    xyz.add(Double.valueOf(words[k]));
                }
            }
        }
        return new Structure(
                Cell.open(), species, xyz.stream().mapToDouble(x -> x).toArray());
    }

    /** The same atoms in a periodic cubic cell. */
    static Structure periodic(String name, double edgeAngstrom) throws IOException {
        Structure cluster = cluster(name);
        return new Structure(Cell.cubic(edgeAngstrom), cluster.species(), cluster.xyzAngstrom());
    }

    /** Column 0 or 1 of a two-column file with # or letters at the head. */
    static double[] column(String name, int column) throws IOException {
        return Files.readAllLines(file(name)).stream()
                .filter(line -> !line.isBlank() && Character.isDigit(line.trim().charAt(0)))
                .mapToDouble(line -> Double.parseDouble(line.trim().split("[,\\s]+", -1)[column]))
                .toArray();
    }
}
