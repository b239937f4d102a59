package org.nocturne.adapters.script;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** Numbers in the text that a program printed, in eV and angstrom. */
final class Numbers {
    private Numbers() {}

    /** The last match. */
    static double last(ScriptAdapter.Number number, List<String> lines) {
        Pattern pattern = Patterns.compile(number.pattern(), 1);
        for (int k = lines.size() - 1; k >= 0; k--) {
            Matcher m = pattern.matcher(lines.get(k));
            if (m.find()) {
                return number.unit().factor() * parse(m.group(1), number.file(), k);
            }
        }
        throw new IllegalArgumentException(number.file() + " has no line like '" + number.pattern() + "'");
    }

    /**
     * Each match: energies in eV, then as many temperatures in kelvin.
     *
     * @throws IllegalArgumentException if there is none
     */
    static double[][] all(ScriptAdapter.Series series, List<String> lines) {
        Pattern pattern = Patterns.compile(series.pattern(), 2);
        DoubleStream.Builder energies = DoubleStream.builder();
        DoubleStream.Builder temperatures = DoubleStream.builder();
        for (int k = 0; k < lines.size(); k++) {
            Matcher m = pattern.matcher(lines.get(k));
            if (m.find()) {
                energies.add(series.unit().factor() * parse(m.group(1), series.file(), k));
                temperatures.add(parse(m.group(2), series.file(), k));
            }
        }
        double[][] out = {energies.build().toArray(), temperatures.build().toArray()};
        if (out[0].length == 0) {
            throw new IllegalArgumentException(series.file() + " has no line like '" + series.pattern() + "'");
        }
        return out;
    }

    /** Three numbers a row. */
    static double[] block(ScriptAdapter.Rows block, int count, List<String> lines) {
        int from = block.after() == null ? 0 : 1 + lastLine(Patterns.compile(block.after(), 0), block, lines);
        Pattern rows = Patterns.compile(block.rows(), 3);
        while (from < lines.size() && !rows.matcher(lines.get(from)).find()) {
            from++;
        }
        double[] out = new double[3 * count];
        for (int i = 0; i < count; i++) {
            Matcher m = rows.matcher(from + i < lines.size() ? lines.get(from + i) : "");
            if (!m.find()) {
                throw new IllegalArgumentException(block.file() + ":" + (from + i + 1) + ": row " + (i + 1) + " of "
                        + count + " like '" + block.rows() + "' is wanted");
            }
            for (int axis = 0; axis < 3; axis++) {
                double value = parse(m.group(axis + 1), block.file(), from + i);
                out[3 * i + axis] = (block.negative() ? -1 : 1) * block.unit().factor() * value;
            }
        }
        return out;
    }

    private static int lastLine(Pattern pattern, ScriptAdapter.Rows block, List<String> lines) {
        for (int k = lines.size() - 1; k >= 0; k--) {
            if (pattern.matcher(lines.get(k)).find()) {
                return k;
            }
        }
        throw new IllegalArgumentException(block.file() + " has no line like '" + block.after() + "'");
    }

    /** Fortran writes 1.0D-05, NaN, Infinity, and stars where a number is too wide. */
    private static double parse(String word, String file, int line) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        if (plain.contains("nan") || plain.contains("inf")) {
            throw new NotFiniteException(file + ":" + (line + 1) + ": found " + word);
        }
        try {
            double value = Double.parseDouble(plain.replace('d', 'e'));
            if (Double.isFinite(value)) {
                return value;
            }
            throw new NotFiniteException(file + ":" + (line + 1) + ": found " + word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    file + ":" + (line + 1) + ": found '" + word + "'; wanted is a number", e);
        }
    }
}
