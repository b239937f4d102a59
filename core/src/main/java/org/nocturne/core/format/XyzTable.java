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

    /** A row and its line number. */
    record Row(String text, long line) {}

    /** Where rows come from. */
    interface Rows {
        Row next() throws IOException;
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
        List<List<String>> words = new ArrayList<>();
        columns.forEach(column -> words.add(new ArrayList<>()));
        long first = 0;
        for (int atom = 0; atom < atoms; atom++) {
            Row row = rows.next();
            first = atom == 0 ? row.line() : first;
            String[] found = row.text().strip().split("\\s+");
            if (found.length < width || (found.length > width && !mayHoldMore)) {
                throw new FormatException(
                        file, row.line(), "an atom has " + width + " columns here, found " + found.length);
            }
            int at = 0;
            for (int c = 0; c < columns.size(); c++) {
                for (int k = 0; k < columns.get(c).width(); k++) {
                    words.get(c).add(checked(columns.get(c), found[at++], row.line()));
                }
            }
        }
        return sort(words, species, xyz, first);
    }

    private Map<String, XyzColumn> sort(List<List<String>> words, List<Element> species, double[] xyz, long first) {
        Map<String, XyzColumn> arrays = new LinkedHashMap<>();
        boolean named = columns.stream().anyMatch(column -> column.name().equals("species"));
        boolean placed = false;
        for (int c = 0; c < columns.size(); c++) {
            Property column = columns.get(c);
            List<String> values = words.get(c);
            if (column.name().equals("species") || (!named && column.name().equals("Z"))) {
                for (int atom = 0; atom < values.size(); atom++) {
                    species.add(element(values.get(atom), first + atom));
                }
            } else if (column.name().equals("pos") && column.letter() == 'R' && column.width() == 3) {
                placed = true;
                for (int k = 0; k < xyz.length; k++) {
                    xyz[k] = XyzComment.real(values.get(k));
                }
            } else {
                arrays.put(column.name(), column(column, values));
            }
        }
        if (species.isEmpty() || !placed) {
            throw new FormatException(file, first - 1, "Properties names no species:S:1 or no pos:R:3");
        }
        return arrays;
    }

    private String checked(Property column, String word, long line) {
        boolean good =
                switch (column.letter()) {
                    case 'R' -> XyzComment.isReal(word);
                    case 'I' -> XyzComment.isWhole(word);
                    case 'L' -> word.matches("T|F|True|False");
                    default -> true;
                };
        if (!good) {
            throw new FormatException(
                    file, line, column.name() + " is '" + word + "', but its type is " + column.letter());
        }
        return word;
    }

    private Element element(String word, long line) {
        if (XyzComment.isWhole(word)) {
            long z = Long.parseLong(word);
            if (z >= 1 && z <= Element.values().length) {
                return Element.ofAtomicNumber((int) z);
            }
        }
        return Element.ofSymbol(word)
                .orElseThrow(() ->
                        new FormatException(file, line, "'" + word + "' is no element; a symbol such as Si is wanted"));
    }

    private static XyzColumn column(Property column, List<String> words) {
        return switch (column.letter()) {
            case 'R' ->
                new XyzColumn.Reals(
                        column.width(),
                        words.stream().mapToDouble(XyzComment::real).toArray());
            case 'I' ->
                new XyzColumn.Wholes(
                        column.width(),
                        words.stream().mapToLong(Long::parseLong).toArray());
            case 'L' -> {
                boolean[] flags = new boolean[words.size()];
                for (int k = 0; k < flags.length; k++) {
                    flags[k] = words.get(k).startsWith("T");
                }
                yield new XyzColumn.Flags(column.width(), flags);
            }
            default -> new XyzColumn.Texts(column.width(), words);
        };
    }
}
