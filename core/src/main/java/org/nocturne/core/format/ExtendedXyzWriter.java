package org.nocturne.core.format;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Structure;

/** Writes extended XYZ frame by frame. Numbers are printed so that they come back bit by bit. */
public final class ExtendedXyzWriter implements Closeable {
    private final BufferedWriter out;

    /**
     * Opens the file.
     *
     * @param options none: the file is replaced; StandardOpenOption.APPEND and CREATE: frames are added
     */
    public ExtendedXyzWriter(Path file, OpenOption... options) throws IOException {
        this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, options);
    }

    /** @throws IllegalArgumentException if a text holds a line break */
    public void write(XyzFrame frame) throws IOException {
        Structure structure = frame.structure();
        out.write(structure.size() + "\n" + comment(frame) + "\n");
        List<IntFunction<String>> values = new ArrayList<>();
        List<Integer> widths = new ArrayList<>();
        for (XyzColumn column : frame.arrays().values()) {
            values.add(printer(column));
            widths.add(column.width());
        }
        StringBuilder line = new StringBuilder();
        for (int atom = 0; atom < structure.size(); atom++) {
            line.setLength(0);
            line.append(structure.species(atom).symbol());
            Decimals.appendTriple(line, structure.x(atom), structure.y(atom), structure.z(atom));
            for (int c = 0; c < values.size(); c++) {
                int width = widths.get(c);
                for (int k = 0; k < width; k++) {
                    line.append(' ').append(values.get(c).apply(width * atom + k));
                }
            }
            out.append(line.append('\n'));
        }
    }

    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static String comment(XyzFrame frame) {
        Cell cell = frame.structure().cell();
        StringBuilder line = new StringBuilder();
        if (!cell.equals(Cell.open())) {
            line.append("Lattice=\"")
                    .append(XyzCommentPrinter.join(cell.rows()))
                    .append("\" ");
        }
        line.append("Properties=species:S:1:pos:R:3");
        for (Map.Entry<String, XyzColumn> entry : frame.arrays().entrySet()) {
            XyzColumn column = entry.getValue();
            line.append(':').append(entry.getKey()).append(':').append(column.letter());
            line.append(':').append(column.width());
        }
        for (Map.Entry<String, XyzValue> entry : frame.info().entrySet()) {
            line.append(' ').append(XyzCommentPrinter.print(entry.getKey(), entry.getValue()));
        }
        return line.append(" pbc=\"")
                .append(flag(cell.isPeriodic(0)))
                .append(' ')
                .append(flag(cell.isPeriodic(1)))
                .append(' ')
                .append(flag(cell.isPeriodic(2)))
                .append('"')
                .toString();
    }

    private static IntFunction<String> printer(XyzColumn column) {
        if (column instanceof XyzColumn.Reals reals) {
            double[] values = reals.values();
            return k -> Decimals.text(values[k]);
        }
        if (column instanceof XyzColumn.Wholes wholes) {
            long[] values = wholes.values();
            return k -> Long.toString(values[k]);
        }
        if (column instanceof XyzColumn.Flags flags) {
            boolean[] values = flags.values();
            return k -> flag(values[k]);
        }
        return ((XyzColumn.Texts) column).values()::get;
    }

    private static String flag(boolean value) {
        return value ? "T" : "F";
    }
}
