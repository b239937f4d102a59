package org.nocturne.core.crystal;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nocturne.core.structure.Matrix3;

/**
 * A symmetry operation on fractional coordinates as files list it, in the notation of "x, y, z" (International Tables for
 * Crystallography A, section 1.4.1): each part of "-y, x-y, z+1/3" says what a coordinate becomes.
 *
 * @param w nine numbers: what the coordinates become, row after row, of columns x y z
 * @param t three fractions of the cell vectors that are added
 */
public record FractionalOperation(double[] w, double[] t) {
    private static final Pattern TERM =
            Pattern.compile("([+-]?)(?:(\\d+(?:\\.\\d*)?|\\.\\d+)(?:/(\\d+))?)?\\*?([xyz]?)");

    public FractionalOperation {
        if (w.length != 9 || t.length != 3) {
            throw new IllegalArgumentException("an operation has 9 and 3 numbers, found " + w.length + ", " + t.length);
        }
    }

    public static FractionalOperation identity() {
        return new FractionalOperation(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, new double[3]);
    }

    /** @throws IllegalArgumentException if it cannot be meant */
    public static FractionalOperation parse(String text) {
        String[] parts = text.toLowerCase(Locale.ROOT).replaceAll("\\s", "").split(",", -1);
        double[] w = new double[9];
        double[] t = new double[3];
        for (int row = 0; row < 3; row++) {
            if (parts.length != 3 || parts[row].isEmpty()) {
                throw wrong(text);
            }
            Matcher term = TERM.matcher(parts[row]);
            int at = 0;
            while (at < parts[row].length()) {
                if (!term.find(at) || term.start() != at || term.end() == at) {
                    throw wrong(text);
                }
                at = term.end();
                add(term, row, w, t, text);
            }
        }
        double volume = Math.abs(Matrix3.determinant(w));
        if (Math.abs(volume - 1) > 1e-6 || !Double.isFinite(t[0] + t[1] + t[2])) {
            throw wrong(text);
        }
        return new FractionalOperation(w, t);
    }

    private static void add(Matcher term, int row, double[] w, double[] t, String text) {
        if (term.group(2) == null && term.group(4).isEmpty()) {
            throw wrong(text);
        }
        double value = term.group(2) == null ? 1 : Double.parseDouble(term.group(2));
        if (term.group(3) != null) {
            value /= Double.parseDouble(term.group(3));
        }
        value = term.group(1).equals("-") ? -value : value;
        if (term.group(4).isEmpty()) {
            t[row] += value;
        } else {
            w[3 * row + term.group(4).charAt(0) - 'x'] += value;
        }
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "'" + text + "' is no symmetry operation; one such as '-y, x-y, z+1/3' is wanted");
    }

    /** The image of fractional coordinates. */
    public double[] apply(double[] s) {
        double[] out = new double[3];
        for (int row = 0; row < 3; row++) {
            out[row] = w[3 * row] * s[0] + w[3 * row + 1] * s[1] + w[3 * row + 2] * s[2] + t[row];
        }
        return out;
    }
}
