package org.nocturne.core.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/**
 * LAMMPS data files in metal units: box, masses and atoms. Reading takes atom styles atomic, charge, molecular and full, applies
 * image flags (positions come out unwrapped) and sorts atoms by their id; writing is style atomic with numbers that round-trip.
 */
public final class LammpsDataFile {
    private LammpsDataFile() {}

    /** The columns that stand before x in the Atoms section. */
    public enum AtomStyle {
        ATOMIC(2, 1),
        CHARGE(3, 1),
        MOLECULAR(3, 2),
        FULL(4, 2);

        final int xColumn;
        final int typeColumn;

        AtomStyle(int xColumn, int typeColumn) {
            this.xColumn = xColumn;
            this.typeColumn = typeColumn;
        }
    }

    /**
     * Reads a file that names its style ("Atoms # full").
     *
     * @throws FormatException naming file and line
     */
    public static Structure read(Path file) throws IOException {
        return LammpsDataReader.read(file, null);
    }

    /** Reads a file whose Atoms section gives no hint of its style; a hint in the file wins. */
    public static Structure read(Path file, AtomStyle style) throws IOException {
        return LammpsDataReader.read(file, style);
    }

    /**
     * Writes atoms in the order of the structure, ids from 1, in {@link LammpsBox LAMMPS' axes}.
     *
     * @param types element of each atom type; types without atoms are allowed
     * @throws IllegalArgumentException if the structure holds an element that is no type
     */
    public static void write(Structure structure, List<Element> types, Path file) throws IOException {
        LammpsBox box = LammpsBox.of(structure);
        double[] xyz = box.toLammps(structure.xyzAngstrom());
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            out.write("Nocturne: " + structure.size() + " atoms, metal units\n\n");
            out.write(structure.size() + " atoms\n" + types.size() + " atom types\n\n");
            for (int axis = 0; axis < 3; axis++) {
                String name = "xyz".substring(axis, axis + 1);
                out.write(box.lowAngstrom(axis) + " " + box.highAngstrom(axis) + " " + name + "lo " + name + "hi\n");
            }
            if (box.isTilted()) {
                out.write(box.tiltAngstrom(0) + " " + box.tiltAngstrom(1) + " " + box.tiltAngstrom(2) + " xy xz yz\n");
            }
            out.write("\nMasses\n\n");
            for (int type = 0; type < types.size(); type++) {
                Element element = types.get(type);
                out.write((type + 1) + " " + element.massAmu() + " # " + element.symbol() + "\n");
            }
            out.write("\nAtoms # atomic\n\n");
            for (int atom = 0; atom < structure.size(); atom++) {
                int type = types.indexOf(structure.species(atom)) + 1;
                if (type == 0) {
                    throw new IllegalArgumentException("atom " + (atom + 1) + " is "
                            + structure.species(atom).symbol() + ", but the atom types are " + symbols(types));
                }
                out.write((atom + 1) + " " + type + " " + xyz[3 * atom] + " " + xyz[3 * atom + 1] + " "
                        + xyz[3 * atom + 2] + "\n");
            }
        }
    }

    private static String symbols(List<Element> types) {
        return String.join(" ", types.stream().map(Element::symbol).toList());
    }
}
