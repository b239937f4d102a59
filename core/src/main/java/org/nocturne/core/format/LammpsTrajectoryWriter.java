package org.nocturne.core.format;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/**
 * Writes a LAMMPS text dump in metal units: id type element xu yu zu, and fx fy fz where a frame has the array "forces". Atom types are
 * numbered in the order in which their elements appear; cells are turned into {@link LammpsBox LAMMPS' axes}, forces with them.
 */
public final class LammpsTrajectoryWriter implements Closeable {
    private final BufferedWriter out;
    private final List<Element> types = new ArrayList<>();

    public LammpsTrajectoryWriter(Path file) throws IOException {
        out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII);
    }

    /** @throws IllegalArgumentException if LAMMPS has no box for the cell */
    public void write(XyzFrame frame, long timestep) throws IOException {
        Structure structure = frame.structure();
        LammpsBox box = LammpsBox.of(structure);
        double[] xyz = box.toLammps(structure.xyzAngstrom());
        double[] forces = frame.reals("forces").map(box::toLammps).orElse(new double[0]);
        out.write("ITEM: TIMESTEP\n" + timestep + "\nITEM: NUMBER OF ATOMS\n" + structure.size() + "\n");
        bounds(structure, box);
        out.write("ITEM: ATOMS id type element xu yu zu" + (forces.length > 0 ? " fx fy fz" : "") + "\n");
        StringBuilder line = new StringBuilder();
        for (int atom = 0; atom < structure.size(); atom++) {
            Element element = structure.species(atom);
            if (!types.contains(element)) {
                types.add(element);
            }
            line.setLength(0);
            line.append(atom + 1)
                    .append(' ')
                    .append(types.indexOf(element) + 1)
                    .append(' ')
                    .append(element.symbol());
            append(line, xyz, atom);
            if (forces.length > 0) {
                append(line, forces, atom);
            }
            out.append(line.append('\n'));
        }
    }

    /** LAMMPS states the bounds of what encloses a tilted box. */
    private void bounds(Structure structure, LammpsBox box) throws IOException {
        double xy = box.tiltAngstrom(0);
        double xz = box.tiltAngstrom(1);
        double yz = box.tiltAngstrom(2);
        boolean tilted = box.isTilted();
        out.write("ITEM: BOX BOUNDS" + (tilted ? " xy xz yz" : ""));
        for (int axis = 0; axis < 3; axis++) {
            out.write(structure.cell().isPeriodic(axis) ? " pp" : " ff");
        }
        double[] below = {Math.min(Math.min(0, xy), Math.min(xz, xy + xz)), Math.min(0, yz), 0};
        double[] above = {Math.max(Math.max(0, xy), Math.max(xz, xy + xz)), Math.max(0, yz), 0};
        for (int axis = 0; axis < 3; axis++) {
            double low = box.lowAngstrom(axis) + below[axis];
            double high = box.highAngstrom(axis) + above[axis];
            out.write("\n" + low + " " + high + (tilted ? " " + box.tiltAngstrom(axis) : ""));
        }
        out.write("\n");
    }

    private static void append(StringBuilder line, double[] values, int atom) {
        Decimals.appendTriple(line, values[3 * atom], values[3 * atom + 1], values[3 * atom + 2]);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
