package org.nocturne.core.format;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/**
 * Structures as VASP reads and writes them (POSCAR, CONTCAR; the form of VASP 5, which names its elements): a title, a scale, three cell
 * vectors, elements, counts, positions. What may follow the positions, such as velocities, is not read, nor are selective dynamics.
 */
public final class PoscarFile {
    private static final String WANTED = "a structure as POSCAR";

    private PoscarFile() {}

    /**
     * The structure, periodic in all directions.
     *
     * @throws FormatException naming file and line
     */
    public static Structure read(Path file) throws IOException {
        TextInput.require(file, WANTED);
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            return new PoscarReader(file, in).read();
        }
    }

    /**
     * Writes atoms in their order, each run of one element as a group, with numbers that come back bit by bit.
     *
     * @param title one line
     * @throws IllegalArgumentException if the structure is not periodic in all three directions
     */
    public static void write(Structure structure, String title, BufferedWriter out) throws IOException {
        if (!structure.cell().isFullyPeriodic()) {
            throw new IllegalArgumentException(
                    "a structure that is not periodic in all three directions cannot be written as POSCAR");
        }
        List<Element> elements = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (int atom = 0; atom < structure.size(); atom++) {
            int last = elements.size() - 1;
            if (last >= 0 && elements.get(last) == structure.species(atom)) {
                counts.set(last, counts.get(last) + 1);
            } else {
                elements.add(structure.species(atom));
                counts.add(1);
            }
        }
        out.write(title.replaceAll("\\s+", " ") + "\n1.0\n");
        Cell cell = structure.cell();
        for (int vector = 0; vector < 3; vector++) {
            out.write(cell.component(vector, 0) + " " + cell.component(vector, 1) + " " + cell.component(vector, 2)
                    + "\n");
        }
        out.write(String.join(" ", elements.stream().map(Element::symbol).toList()) + "\n");
        out.write(String.join(" ", counts.stream().map(String::valueOf).toList()) + "\n");
        out.write("Cartesian\n");
        for (int atom = 0; atom < structure.size(); atom++) {
            out.write(structure.x(atom) + " " + structure.y(atom) + " " + structure.z(atom) + "\n");
        }
    }
}
