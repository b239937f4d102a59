package org.nocturne.core.format;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.rcsb.cif.model.Block;
import org.rcsb.cif.model.Category;
import org.rcsb.cif.model.Column;
import org.rcsb.cif.model.ValueKind;

/**
 * The values of one data block by their names, in small letters and without the leading underscore; the dot of newer dictionaries
 * (_cell.length_a) counts as an underscore. Absent, "." and "?" are all nothing.
 */
final class CifValues {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?(\\(\\d+\\))?");

    private final Path file;
    private final String text;
    private final Map<String, Column<?>> columns = new HashMap<>();

    CifValues(Path file, String text, Block block) {
        this.file = file;
        this.text = text;
        for (Category category : block.getCategories().values()) {
            category.getColumns().forEach((name, column) -> {
                String whole = category.getCategoryName() + (name.isEmpty() ? "" : "_" + name);
                columns.put(whole.toLowerCase(Locale.ROOT), column);
            });
        }
    }

    boolean has(String name) {
        return columns.containsKey(name);
    }

    int rows(String name) {
        Column<?> column = columns.get(name);
        return column == null ? 0 : column.getRowCount();
    }

    Optional<String> text(String name, int row) {
        Column<?> column = columns.get(name);
        if (column == null || row >= column.getRowCount() || column.getValueKind(row) != ValueKind.PRESENT) {
            return Optional.empty();
        }
        return Optional.of(column.getStringData(row).strip()).filter(value -> !value.isEmpty());
    }

    /** The texts of the first of these names that there is. */
    List<String> all(String... names) {
        for (String name : names) {
            if (has(name)) {
                return IntStream.range(0, rows(name))
                        .mapToObj(row -> text(name, row).orElse(""))
                        .toList();
            }
        }
        return List.of();
    }

    /** The first of these names that has a value. */
    Optional<String> first(String... names) {
        for (String name : names) {
            Optional<String> value = text(name, 0);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    /** A number; its standard uncertainty in parentheses is left out. */
    double number(String name, int row) {
        String value = text(name, row)
                .orElseThrow(() -> wrong(name, "has no value" + ofRow(name, row) + "; a number is wanted"));
        if (!NUMBER.matcher(value).matches()) {
            throw wrong(name, "is '" + value + "'" + ofRow(name, row) + "; a number is wanted");
        }
        return Double.parseDouble(value.replaceFirst("\\(.*", ""));
    }

    private String ofRow(String name, int row) {
        return rows(name) > 1 ? " in row " + (row + 1) : "";
    }

    /** An error at the line where a name stands. */
    FormatException wrong(String name, String problem) {
        int line = 0;
        Pattern whole =
                Pattern.compile("_" + name.replaceAll("[_.]", "[_.]") + "(?![\\w.-])", Pattern.CASE_INSENSITIVE);
        for (String it : text.split("\\R", -1)) {
            line++;
            if (whole.matcher(it).find()) {
                return new FormatException(file, line, name + " " + problem);
            }
        }
        return new FormatException(file, name + " " + problem);
    }
}
