package org.nocturne.core.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nocturne.core.structure.Matrix3;

/**
 * The comment line of extended XYZ: {@code key=value} with quotes, brackets and backslashes, read as ASE reads it. So a text
 * that looks like a number or like T comes back as one.
 */
final class XyzComment {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern REAL = Pattern.compile(
            "[+-]?(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?|nan|inf(?:inity)?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,]+");
    private static final Pattern REAL_IN_JSON = Pattern.compile("-?\\d+\\.\\d+(?:[eE][+-]?\\d+)?");
    static final String JSON = "_JSON ";

    /** ASE keeps these as 3x3 matrices, written column after column. */
    static final Set<String> MATRICES = Set.of("virial", "stress");

    private XyzComment() {}

    /** Keys and values as they are written, without their quotes. A key alone has the value T. */
    static Map<String, String> split(String line) {
        Map<String, String> pairs = new LinkedHashMap<>();
        StringBuilder key = new StringBuilder();
        StringBuilder value = new StringBuilder();
        boolean inValue = false;
        char closing = 0;
        String text = line.strip() + " ";
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            StringBuilder current = inValue ? value : key;
            if (c == '\\' && k + 1 < text.length() - 1) {
                current.append(text.charAt(++k));
            } else if (closing != 0) {
                if (c == closing) {
                    closing = 0;
                } else {
                    current.append(c);
                }
            } else if (closingOf(c) != 0) {
                closing = closingOf(c);
            } else if (Character.isWhitespace(c)) {
                if (key.length() > 0) {
                    pairs.put(key.toString(), inValue ? value.toString() : "T");
                }
                key.setLength(0);
                value.setLength(0);
                inValue = false;
            } else if (c == '=' && !inValue) {
                inValue = true;
            } else {
                current.append(c);
            }
        }
        return pairs;
    }

    private static char closingOf(char opening) {
        return switch (opening) {
            case '"' -> '"';
            case '\'' -> '\'';
            case '{' -> '}';
            case '[' -> ']';
            default -> 0;
        };
    }

    static XyzValue value(String key, String text) {
        List<String> words = Arrays.stream(SEPARATORS.split(text))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return new XyzValue.Text(text);
        }
        if (words.stream().allMatch(word -> WHOLE.matcher(word).matches()) && !isMatrix(key, words)) {
            long[] values = words.stream().mapToLong(Long::parseLong).toArray();
            return values.length == 1 ? new XyzValue.Whole(values[0]) : new XyzValue.Wholes(values);
        }
        if (words.stream().allMatch(word -> REAL.matcher(word).matches())) {
            double[] values = words.stream().mapToDouble(XyzComment::real).toArray();
            if (isMatrix(key, words)) {
                return new XyzValue.Matrix(transposed(values));
            }
            return values.length == 1 ? new XyzValue.Real(values[0]) : new XyzValue.Reals(values);
        }
        if (words.stream().allMatch(word -> word.equals("T") || word.equals("F"))) {
            boolean[] values = new boolean[words.size()];
            for (int k = 0; k < values.length; k++) {
                values[k] = words.get(k).equals("T");
            }
            return values.length == 1 ? new XyzValue.Flag(values[0]) : new XyzValue.Flags(values);
        }
        return text.startsWith(JSON) ? json(text.substring(JSON.length())) : new XyzValue.Text(text);
    }

    static double real(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.endsWith("nan")) {
            return Double.NaN;
        }
        if (lower.contains("inf")) {
            return lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.parseDouble(word);
    }

    static boolean isReal(String word) {
        return REAL.matcher(word).matches();
    }

    static boolean isWhole(String word) {
        return WHOLE.matcher(word).matches();
    }

    private static boolean isMatrix(String key, List<String> words) {
        return MATRICES.contains(key) && words.size() == 9;
    }

    private static XyzValue json(String text) {
        if (text.equals("\"\"")) {
            return new XyzValue.Text("");
        }
        if (text.equals("[]")) {
            return new XyzValue.Wholes(new long[0]);
        }
        List<Double> numbers = new ArrayList<>();
        Matcher number = REAL_IN_JSON.matcher(text);
        String skeleton = number.replaceAll("0").replaceAll("\\s", "");
        number.reset();
        while (number.find()) {
            numbers.add(Double.valueOf(number.group()));
        }
        return numbers.size() == 9 && skeleton.equals("[[0,0,0],[0,0,0],[0,0,0]]")
                ? new XyzValue.Matrix(numbers.stream().mapToDouble(x -> x).toArray())
                : new XyzValue.Json(text);
    }

    private static double[] transposed(double[] m) {
        return Matrix3.transpose(m);
    }
}
