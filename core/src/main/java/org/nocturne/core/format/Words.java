package org.nocturne.core.format;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.util.Arrays;

/**
 * The words of a line, parted by white space, and the numbers that they are, read where they stand: no regular expression, no text
 * for each word. One of these serves line after line.
 */
public final class Words {
    private static final int PLENTY = 16;

    private String line = "";
    private int[] from = new int[PLENTY];
    private int[] to = new int[PLENTY];
    private int count;

    /** Takes another line; returns how many words it has. */
    public int of(String text) {
        line = text;
        count = 0;
        int length = text.length();
        int at = 0;
        while (true) {
            while (at < length && text.charAt(at) <= ' ') {
                at++;
            }
            if (at == length) {
                return count;
            }
            int begin = at;
            while (at < length && text.charAt(at) > ' ') {
                at++;
            }
            add(begin, at);
        }
    }

    private void add(int begin, int end) {
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
        }
        from[count] = begin;
        to[count++] = end;
    }

    /** The k-th word, from 0 on. */
    public String word(int k) {
        return line.substring(from[k], to[k]);
    }

    /** Whether the k-th word is this one. */
    public boolean is(int k, String word) {
        return to[k] - from[k] == word.length() && line.startsWith(word, from[k]);
    }

    /**
     * The k-th word as a real number: decimal, or nan, inf and infinity in any case.
     *
     * @throws NumberFormatException if it is none
     */
    public double real(int k) {
        return isDecimal(k) ? JavaDoubleParser.parseDouble(line, from[k], to[k] - from[k]) : special(word(k));
    }

    /** Java would also read hexadecimal numbers, and a d or f at the end. */
    private boolean isDecimal(int k) {
        for (int at = from[k]; at < to[k]; at++) {
            char c = line.charAt(at);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return true;
    }

    private static double special(String word) {
        boolean signed = word.startsWith("-") || word.startsWith("+");
        String name = signed ? word.substring(1) : word;
        if (name.equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        if (name.equalsIgnoreCase("inf") || name.equalsIgnoreCase("infinity")) {
            return word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        throw new NumberFormatException("'" + word + "' is no number");
    }

    /**
     * The k-th word as a whole number.
     *
     * @throws NumberFormatException if it is none
     */
    public long whole(int k) {
        return Long.parseLong(line, from[k], to[k], 10);
    }
}
