package org.nocturne.core.format;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.nocturne.core.structure.Cell;

/** Which column of a dump holds what. A row that was read holds id, type, three of position and three of force, in this order. */
final class LammpsColumns {
    static final int ID = 0;
    static final int TYPE = 1;
    static final int FORCE = 5;
    private static final int POSITION = 2;
    private static final int WIDTH = 8;
    private static final String BEGINNING = "ITEM: ATOMS";

    private final int[] at;
    private final int count;
    private final boolean scaled;

    private LammpsColumns(int[] at, int count, boolean scaled) {
        this.at = at;
        this.count = count;
        this.scaled = scaled;
    }

    /** @param wrong makes the exception for a problem */
    static LammpsColumns of(String title, Function<String, FormatException> wrong) {
        if (!title.startsWith(BEGINNING)) {
            throw wrong.apply("wanted is '" + BEGINNING + "', found '" + title + "'");
        }
        List<String> names =
                Arrays.asList(title.substring(BEGINNING.length()).strip().split("\\s+"));
        int[] at = new int[WIDTH];
        at[ID] = names.indexOf("id");
        at[TYPE] = names.indexOf("type");
        String suffix = List.of("u", "su", "", "s").stream() // unwrapped where both are there
                .filter(end -> List.of("x" + end, "y" + end, "z" + end).stream().allMatch(names::contains))
                .findFirst()
                .orElseThrow(() -> wrong.apply("columns are " + String.join(" ", names)
                        + "; a position x y z, xu yu zu, xs ys zs or xsu ysu zsu is" + " wanted"));
        for (int k = 0; k < 3; k++) {
            at[POSITION + k] = names.indexOf("xyz".charAt(k) + suffix);
            at[FORCE + k] = names.indexOf("f" + "xyz".charAt(k));
        }
        for (int k : new int[] {ID, TYPE}) {
            if (at[k] < 0) {
                throw wrong.apply(
                        "columns are " + String.join(" ", names) + "; " + (k == ID ? "id" : "type") + " is wanted");
            }
        }
        return new LammpsColumns(at, names.size(), suffix.startsWith("s"));
    }

    boolean hasForces() {
        return at[FORCE] >= 0 && at[FORCE + 1] >= 0 && at[FORCE + 2] >= 0;
    }

    double[] read(Words words, String text, Function<String, FormatException> wrong) {
        int found = words.of(text);
        if (found != count) {
            throw wrong.apply("has " + found + " columns, '" + text + "'; " + count + " are wanted");
        }
        double[] out = new double[WIDTH];
        for (int k = 0; k < (hasForces() ? WIDTH : FORCE); k++) {
            out[k] = real(words, at[k], wrong);
        }
        return out;
    }

    /** Writes the position of a row, angstrom from the corner of the box. */
    void place(double[] row, Cell cell, double[] corner, double[] xyz, int offset) {
        double[] x = {row[POSITION], row[POSITION + 1], row[POSITION + 2]};
        if (scaled) {
            cell.toCartesian(x[0], x[1], x[2], x);
        }
        for (int k = 0; k < 3; k++) {
            xyz[offset + k] = scaled ? x[k] : x[k] - corner[k];
        }
    }

    static double[] reals(String text, int least, Function<String, FormatException> wrong) {
        Words words = new Words();
        int found = words.of(text);
        if (found < least) {
            throw wrong.apply("is '" + text + "'; " + least + " numbers are wanted");
        }
        return IntStream.range(0, found).mapToDouble(k -> real(words, k, wrong)).toArray();
    }

    private static double real(Words words, int k, Function<String, FormatException> wrong) {
        double value;
        try {
            value = words.real(k);
        } catch (NumberFormatException e) {
            throw wrong.apply("found is '" + words.word(k) + "' where a number is wanted");
        }
        if (!Double.isFinite(value)) {
            throw wrong.apply("found is '" + words.word(k) + "' where a finite number is wanted");
        }
        return value;
    }
}
