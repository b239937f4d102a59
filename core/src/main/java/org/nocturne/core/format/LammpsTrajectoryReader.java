package org.nocturne.core.format;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Structure;

/**
 * Reads a LAMMPS text dump that others have written, frame by frame, in metal units: columns id, type and a position (x, xu, xs or
 * xsu), in any order, with or without fx fy fz. Atoms come out by rising id; positions are relative to the corner of the box, which
 * LAMMPS may put anywhere. A frame carries its timestep as info "step" and, where there are forces, the array "forces".
 */
public final class LammpsTrajectoryReader implements Closeable {
    private final Path file;
    private final List<Element> elementOfType;
    private final BufferedReader in;
    private final double[] corner = new double[3];
    private long line;
    private @Nullable AtomIds ids;
    private List<Element> species = List.of();

    /** @param elementOfType element of type 1, type 2, ... */
    public LammpsTrajectoryReader(Path file, List<Element> elementOfType) throws IOException {
        this.file = file;
        this.elementOfType = List.copyOf(elementOfType);
        this.in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
    }

    /**
     * The next frame; empty at the end of the file.
     *
     * @throws FormatException naming file and line: a frame that is cut short, another number of atoms than in the first one, a missing
     *     column, a type without an element
     */
    public Optional<XyzFrame> next() throws IOException {
        String title = nextLine();
        if (title == null) {
            return Optional.empty();
        }
        while (title.startsWith("ITEM: UNITS") || title.startsWith("ITEM: TIME") && !title.equals("ITEM: TIMESTEP")) {
            promised("the value below " + title);
            title = promised("ITEM: TIMESTEP");
        }
        wanted("ITEM: TIMESTEP", title);
        long step = (long) LammpsColumns.reals(promised("the timestep"), 1, this::wrong)[0];
        wanted("ITEM: NUMBER OF ATOMS", promised("ITEM: NUMBER OF ATOMS"));
        int atoms = (int) LammpsColumns.reals(promised("the number of atoms"), 1, this::wrong)[0];
        if (atoms < 1 || ids != null && atoms != ids.size()) {
            throw wrong("holds " + atoms + " atoms at step " + step + "; "
                    + (ids == null ? "at least 1 is wanted" : "the frames before hold " + ids.size()));
        }
        Cell cell = cell();
        LammpsColumns columns = LammpsColumns.of(promised("ITEM: ATOMS"), this::wrong);
        return Optional.of(frame(step, columns, cell, rows(columns, atoms, step)));
    }

    private List<double[]> rows(LammpsColumns columns, int atoms, long step) throws IOException {
        List<double[]> out = new ArrayList<>(atoms);
        Words words = new Words();
        for (int k = 0; k < atoms; k++) {
            String text = promised("atom " + (k + 1) + " of " + atoms + " at step " + step);
            double[] row = columns.read(words, text, this::wrong);
            int type = (int) row[LammpsColumns.TYPE];
            if (type < 1 || type > elementOfType.size()) {
                throw wrong("atom type is " + type + "; elements are given for types 1 to " + elementOfType.size());
            }
            out.add(row);
        }
        return out;
    }

    private XyzFrame frame(long step, LammpsColumns columns, Cell cell, List<double[]> rows) {
        AtomIds order = ids == null ? firstOrder(rows) : ids;
        boolean[] seen = new boolean[rows.size()];
        double[] xyz = new double[3 * rows.size()];
        double[] forces = new double[columns.hasForces() ? xyz.length : 0];
        for (double[] row : rows) {
            int at = order.indexOf((long) row[LammpsColumns.ID]);
            if (at < 0 || seen[at]) {
                throw wrong("the frame of step " + step + " holds atom id " + (long) row[LammpsColumns.ID]
                        + (at < 0 ? ", which the first frame does not" : " twice"));
            }
            if (!species.get(at).equals(elementOfType.get((int) row[LammpsColumns.TYPE] - 1))) {
                throw wrong("the frame of step " + step + " gives atom id " + (long) row[LammpsColumns.ID]
                        + " another element than the first frame, "
                        + species.get(at).symbol());
            }
            seen[at] = true;
            columns.place(row, cell, corner, xyz, 3 * at);
            for (int k = 0; k < 3 && columns.hasForces(); k++) {
                forces[3 * at + k] = row[LammpsColumns.FORCE + k];
            }
        }
        Map<String, XyzColumn> arrays =
                columns.hasForces() ? Map.of("forces", new XyzColumn.Reals(3, forces)) : Map.of();
        return new XyzFrame(new Structure(cell, species, xyz), Map.of("step", new XyzValue.Whole(step)), arrays);
    }

    private AtomIds firstOrder(List<double[]> rows) {
        List<double[]> sorted = new ArrayList<>(rows);
        sorted.sort((a, b) -> Double.compare(a[LammpsColumns.ID], b[LammpsColumns.ID]));
        species = sorted.stream()
                .map(row -> elementOfType.get((int) row[LammpsColumns.TYPE] - 1))
                .toList();
        AtomIds order = new AtomIds(
                sorted.stream().mapToLong(row -> (long) row[LammpsColumns.ID]).toArray());
        ids = order;
        return order;
    }

    /** For a tilted box LAMMPS states the bounds of what encloses it; its own are these less the reach of the tilts. */
    private Cell cell() throws IOException {
        String title = promised("ITEM: BOX BOUNDS");
        wanted("ITEM: BOX BOUNDS", title);
        if (title.contains("abc origin")) {
            throw wrong("is '" + title + "'; wanted is an orthogonal box or one with xy xz yz");
        }
        boolean tilted = title.contains("xy xz yz");
        String[] words = title.split("\\s+");
        boolean[] periodic = new boolean[3];
        double[][] bounds = new double[3][];
        for (int axis = 0; axis < 3; axis++) {
            int at = words.length - 3 + axis;
            periodic[axis] = words.length < 6 || words[at].equals("pp");
            bounds[axis] = LammpsColumns.reals(promised("the bounds of the box"), tilted ? 3 : 2, this::wrong);
        }
        double xy = tilted ? bounds[0][2] : 0;
        double xz = tilted ? bounds[1][2] : 0;
        double yz = tilted ? bounds[2][2] : 0;
        double lowX = bounds[0][0] - Math.min(Math.min(0, xy), Math.min(xz, xy + xz));
        double highX = bounds[0][1] - Math.max(Math.max(0, xy), Math.max(xz, xy + xz));
        double lowY = bounds[1][0] - Math.min(0, yz);
        double highY = bounds[1][1] - Math.max(0, yz);
        corner[0] = lowX;
        corner[1] = lowY;
        corner[2] = bounds[2][0];
        double[] rows = {highX - lowX, 0, 0, xy, highY - lowY, 0, xz, yz, bounds[2][1] - bounds[2][0]};
        try {
            return Cell.of(rows, periodic[0], periodic[1], periodic[2]);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void wanted(String beginning, String found) {
        if (!found.startsWith(beginning)) {
            throw wrong("wanted is '" + beginning + "', found '" + found + "'");
        }
    }

    private String promised(String what) throws IOException {
        String text = nextLine();
        if (text == null) {
            throw wrong("the file ends where " + what + " is wanted");
        }
        return text;
    }

    private @Nullable String nextLine() throws IOException {
        line++;
        String text = in.readLine();
        return text == null ? null : text.strip();
    }

    private FormatException wrong(String problem) {
        return new FormatException(file, line, problem);
    }
}
