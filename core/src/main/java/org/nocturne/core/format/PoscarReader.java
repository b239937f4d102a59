package org.nocturne.core.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.structure.Cell;
import org.nocturne.core.structure.Element;
import org.nocturne.core.structure.Matrix3;
import org.nocturne.core.structure.Structure;

/** Reads one POSCAR, line by line. */
final class PoscarReader {
    private final Path file;
    private final BufferedReader in;
    private long line;

    PoscarReader(Path file, BufferedReader in) {
        this.file = file;
        this.in = in;
    }

    Structure read() throws IOException {
        promised("the title");
        double[] scale = numbers(promised("the scale"), "the scale, one number or three");
        if (scale.length != 1 && scale.length != 3) {
            throw wrong("found " + scale.length + " numbers; wanted is the scale, one number or three");
        }
        double[] rows = vectors();
        double[] factor = factors(scale, rows);
        for (int k = 0; k < 9; k++) {
            rows[k] *= factor[k % 3];
        }
        Cell cell = cell(rows);
        List<Element> species = species();
        String mode = promised("Direct or Cartesian");
        if (mode.toLowerCase(Locale.ROOT).startsWith("s")) {
            mode = promised("Direct or Cartesian");
        }
        boolean cartesian = mode.matches("(?i)[ck].*"); // as VASP: the first letter alone
        if (!cartesian && !mode.matches("(?i)d.*")) {
            throw wrong("found '" + mode + "'; wanted is Direct or Cartesian");
        }
        double[] xyz = positions(species.size(), cartesian ? null : cell, factor);
        try {
            return new Structure(cell, species, xyz);
        } catch (IllegalArgumentException e) {
            throw wrong("ends a structure that cannot be meant: " + e.getMessage());
        }
    }

    private double[] vectors() throws IOException {
        double[] rows = new double[9];
        for (int vector = 0; vector < 3; vector++) {
            double[] found = numbers(promised("cell vector " + (vector + 1)), "three numbers, a cell vector");
            if (found.length != 3) {
                throw wrong("found " + found.length + " numbers; wanted are three, a cell vector");
            }
            System.arraycopy(found, 0, rows, 3 * vector, 3);
        }
        return rows;
    }

    /** A negative scale is the volume of the cell. */
    private double[] factors(double[] scale, double[] rows) {
        double[] out = scale.length == 3 ? scale.clone() : new double[] {scale[0], scale[0], scale[0]};
        if (scale.length == 1 && scale[0] < 0) {
            Arrays.fill(out, Math.cbrt(-scale[0] / Math.abs(Matrix3.determinant(rows))));
        }
        for (double factor : out) {
            if (!(factor > 0) || Double.isInfinite(factor)) {
                throw new FormatException(
                        file,
                        2,
                        "the scale is " + Arrays.toString(scale) + "; above 0 is wanted, or below 0 for a volume");
            }
        }
        return out;
    }

    private Cell cell(double[] rows) {
        try {
            return Cell.periodic(rows);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private List<Element> species() throws IOException {
        String[] symbols = promised("the elements").split("\\s+");
        if (symbols[0].matches("\\d+")) {
            throw wrong("found counts where the elements are wanted: the form of VASP 4, which does not name them;"
                    + " wanted is a line such as 'Si O' above this one");
        }
        List<Element> elements = new ArrayList<>();
        for (String symbol : symbols) {
            String plain = symbol.replaceFirst("[_/].*", ""); // Si_pv/9f3b, as VASP 6 writes it
            elements.add(Element.ofSymbol(plain)
                    .orElseThrow(() -> wrong("'" + symbol + "' is no element; symbols such as Si are wanted")));
        }
        String[] counts = promised("how many of each element").split("\\s+");
        if (counts.length != symbols.length) {
            throw wrong("found " + counts.length + " counts for " + symbols.length + " elements");
        }
        List<Element> species = new ArrayList<>();
        for (int k = 0; k < counts.length; k++) {
            if (!counts[k].matches("\\d{1,9}")) {
                throw wrong("'" + counts[k] + "' is no number of atoms");
            }
            for (int n = Integer.parseInt(counts[k]); n > 0; n--) {
                species.add(elements.get(k));
            }
        }
        return species;
    }

    /** @param cell of fractional positions; null where they are Cartesian */
    private double[] positions(int atoms, @Nullable Cell cell, double[] factor) throws IOException {
        double[] xyz = new double[3 * atoms];
        double[] out = new double[3];
        for (int atom = 0; atom < atoms; atom++) {
            String[] words = promised("atom " + (atom + 1) + " of " + atoms).split("\\s+", 4);
            if (words.length < 3) {
                throw wrong("found " + words.length + " numbers; wanted are three, a position");
            }
            for (int k = 0; k < 3; k++) {
                out[k] = number(words[k], "a number") * (cell == null ? factor[k] : 1);
            }
            if (cell != null) {
                cell.toCartesian(out[0], out[1], out[2], out);
            }
            System.arraycopy(out, 0, xyz, 3 * atom, 3);
        }
        return xyz;
    }

    private double[] numbers(String text, String wanted) {
        return Arrays.stream(text.split("\\s+"))
                .mapToDouble(word -> number(word, wanted))
                .toArray();
    }

    private double number(String word, String wanted) {
        if (!XyzComment.isReal(word) || !Double.isFinite(XyzComment.real(word))) {
            throw wrong("found '" + word + "'; wanted is " + wanted);
        }
        return XyzComment.real(word);
    }

    private String promised(String what) throws IOException {
        String text = in.readLine();
        line++;
        if (text == null) {
            throw wrong("the file ends where " + what + " is wanted");
        }
        return text.strip();
    }

    private FormatException wrong(String problem) {
        return new FormatException(file, line, problem);
    }
}
