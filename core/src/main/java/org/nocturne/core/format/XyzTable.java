package org.nocturne.core.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nocturne.core.format.ExtendedXyzReader.Property;
import org.nocturne.core.structure.Element;

/** The rows of one extended XYZ frame: species, positions, and whatever else Properties promises. */
final class XyzTable {

    /** Where rows come from. */
    interface Rows {
        String next() throws IOException;

        /** Number of the line that came last. */
        long line();
    }

    private final Path file;
    private final List<Property> columns;
    private final boolean mayHoldMore;
    private final int atoms;
    private final int width;

    /** @param mayHoldMore plain XYZ often carries further columns that nobody explains */
    XyzTable(Path file, List<Property> columns, boolean mayHoldMore, int atoms) {
        this.file = file;
        this.columns = columns;
        this.mayHoldMore = mayHoldMore;
        this.atoms = atoms;
        this.width = columns.stream().mapToInt(Property::width).sum();
    }

    Map<String, XyzColumn> read(Rows rows, List<Element> species, double[] xyz) throws IOException {
        List<XyzCells> cells = cells(species, xyz, rows.line());
        Words words = new Words();
        for (int atom = 0; atom < atoms; atom++) {
            int found = words.of(rows.next());
            if (found < width || (found > width && !mayHoldMore)) {
                throw new FormatException(file, rows.line(), "an atom has " + width + " columns here, found " + found);
            }
            int at = 0;
            for (int c = 0; c < cells.size(); c++) {
                for (int k = columns.get(c).width(); k > 0; k--) {
                    take(cells.get(c), words, at++, columns.get(c), rows);
                }
            }
        }
        Map<String, XyzColumn> arrays = new LinkedHashMap<>();
        for (int c = 0; c < cells.size(); c++) {
            String name = columns.get(c).name();
            cells.get(c).column().ifPresent(column -> arrays.put(name, column));
        }
        return arrays;
    }

    private void take(XyzCells cells, Words words, int at, Property column, Rows rows) {
        try {
            cells.take(words, at);
        } catch (NumberFormatException e) {
            String word = words.word(at);
            throw new FormatException(
                    file,
                    rows.line(),
                    isSpecies(column)
                            ? "'" + word + "' is no element; a symbol such as Si is wanted"
                            : column.name() + " is '" + word + "', but its type is " + column.letter());
        }
    }

    private List<XyzCells> cells(List<Element> species, double[] xyz, long line) {
        List<XyzCells> cells = new ArrayList<>();
        boolean placed = false;
        for (Property column : columns) {
            if (isSpecies(column)) {
                cells.add(XyzCells.species(species));
            } else if (column.name().equals("pos") && column.letter() == 'R' && column.width() == 3) {
                placed = true;
                cells.add(XyzCells.positions(xyz));
            } else {
                cells.add(XyzCells.of(column.letter(), column.width(), atoms));
            }
        }
        if (!placed || columns.stream().noneMatch(this::isSpecies)) {
            throw new FormatException(file, line, "Properties names no species:S:1 or no pos:R:3");
        }
        return cells;
    }

    /** Atomic numbers serve where there are no symbols. */
    private boolean isSpecies(Property column) {
        boolean named = columns.stream().anyMatch(c -> c.name().equals("species"));
        return column.name().equals(named ? "species" : "Z");
    }
}
