package org.nocturne.core.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The lines of a spectrum file: what stands before the numbers, and the numbers, two or three columns. */
final class SpectrumTable {
    private static final String START = "#### start data"; // of the programs that make pair distribution functions
    private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*|\\s+");
    private static final Pattern SEMICOLON = Pattern.compile("\\s*;\\s*");
    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d+(,\\d+)?([eE][+-]?\\d+)?");

    private final Path file;
    private final List<String> header;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Integer> lineOfRow = new ArrayList<>();

    /** @throws FormatException if a line cannot be meant */
    SpectrumTable(Path file, String text) {
        this.file = file;
        List<String> lines = text.lines().map(String::strip).toList();
        int first = firstOfNumbers(lines);
        header = lines.subList(0, first);
        for (int n = first; n < lines.size(); n++) {
            if (!isSilent(lines.get(n))) {
                rows.add(row(n + 1, words(lines.get(n))));
                lineOfRow.add(n + 1);
            }
        }
        if (rows.isEmpty()) {
            throw new FormatException(file, "has no data; wanted lines of q, intensity and optionally its error");
        }
    }

    SpectrumHeader header() {
        return new SpectrumHeader(header);
    }

    boolean hasErrors() {
        return rows.get(0).length == 3;
    }

    double[] column(int column) {
        return rows.stream().mapToDouble(row -> row[column]).toArray();
    }

    FormatException wrong(int row, String problem) {
        return new FormatException(file, lineOfRow.get(row), problem);
    }

    /** A table may stand behind one line of names; of two forms it is known that more lines stand before it. */
    private int firstOfNumbers(List<String> lines) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean many = name.endsWith(".chi") || name.endsWith(".gr");
        int first = lines.indexOf(START) + 1;
        while (first < lines.size() && (isSilent(lines.get(first)) || many && !isRow(lines.get(first)))) {
            first++;
        }
        boolean names =
                first < lines.size() && Stream.of(words(lines.get(first))).noneMatch(SpectrumTable::isNumber);
        return names ? first + 1 : first;
    }

    private static boolean isSilent(String line) {
        return line.isEmpty() || line.startsWith("#") || line.startsWith("!") || line.startsWith("%");
    }

    private static boolean isRow(String line) {
        String[] words = words(line);
        return words.length > 1 && Stream.of(words).allMatch(SpectrumTable::isNumber);
    }

    /** Semicolons part columns where commas stand in numbers; commas between digits that blanks part are such, too. */
    private static String[] words(String line) {
        if (line.contains(";")) {
            return commasAsPoints(SEMICOLON.split(line, -1));
        }
        String[] byBlanks = BLANK.split(line);
        boolean commas = byBlanks.length > 1
                && line.contains(",")
                && Stream.of(byBlanks)
                        .allMatch(word -> DECIMAL_COMMA.matcher(word).matches());
        return commas ? commasAsPoints(byBlanks) : SEPARATOR.split(line, -1);
    }

    private static String[] commasAsPoints(String[] words) {
        return Arrays.stream(words)
                .map(word -> DECIMAL_COMMA.matcher(word).matches() ? word.replace(',', '.') : word)
                .toArray(String[]::new);
    }

    private static boolean isNumber(String word) {
        try {
            Double.parseDouble(word);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private double[] row(int line, String[] words) {
        int wanted = rows.isEmpty() ? words.length : rows.get(0).length;
        if (words.length != wanted || wanted < 2 || wanted > 3) {
            throw new FormatException(
                    file,
                    line,
                    "found " + words.length + " columns; wanted "
                            + (rows.isEmpty()
                                    ? "2 (q, intensity) or 3 (with the error)"
                                    : wanted + " as in the lines before"));
        }
        double[] row = new double[words.length];
        for (int k = 0; k < row.length; k++) {
            if (!isNumber(words[k]) || !Double.isFinite(Double.parseDouble(words[k]))) {
                throw new FormatException(file, line, "found '" + words[k] + "'; wanted a finite number");
            }
            row[k] = Double.parseDouble(words[k]);
        }
        return row;
    }
}
