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
import java.util.stream.Collectors;
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
    private static final Pattern PLAIN = Pattern.compile("[^\\s\"'{}\\[\\]=\\\\,]+");
    private static final Pattern REAL_IN_JSON = Pattern.compile("-?\\d+\\.\\d+(?:[eE][+-]?\\d+)?");
    private static final String JSON = "_JSON ";

    /** ASE keeps these as 3x3 matrices, written column after column. */
    private static final Set<String> MATRICES = Set.of("virial", "stress");

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

    static String print(String key, XyzValue value) {
        String text = text(key, value);
        // ASE reads "key= next=1" as one pair; only JSON can say that there is nothing.
        String nothing = value instanceof XyzValue.Text ? "\"\"" : "[]";
        return quote(key) + "=" + quote(text.isEmpty() ? JSON + nothing : text);
    }

    private static String text(String key, XyzValue value) {
        if (value instanceof XyzValue.Text it) {
            return it.value();
        } else if (value instanceof XyzValue.Whole it) {
            return Long.toString(it.value());
        } else if (value instanceof XyzValue.Real it) {
            return Double.toString(it.value());
        } else if (value instanceof XyzValue.Flag it) {
            return it.value() ? "T" : "F";
        } else if (value instanceof XyzValue.Wholes it) {
            return Arrays.stream(it.values()).mapToObj(Long::toString).collect(Collectors.joining(" "));
        } else if (value instanceof XyzValue.Reals it) {
            return join(it.values());
        } else if (value instanceof XyzValue.Flags it) {
            StringBuilder out = new StringBuilder();
            for (boolean flag : it.values()) {
                out.append(out.isEmpty() ? "" : " ").append(flag ? "T" : "F");
            }
            return out.toString();
        } else if (value instanceof XyzValue.Matrix it) {
            return MATRICES.contains(key) ? join(transposed(it.rows())) : JSON + jsonRows(it.rows());
        }
        return JSON + ((XyzValue.Json) value).text();
    }

    static String join(double[] values) {
        return Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    /** @throws IllegalArgumentException at a line break, which no comment line can hold */
    private static String quote(String text) {
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("'" + text + "' holds a line break, which extended XYZ cannot");
        }
        return PLAIN.matcher(text).matches()
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
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

    private static String jsonRows(double[] m) {
        return "[[" + m[0] + ", " + m[1] + ", " + m[2] + "], [" + m[3] + ", " + m[4] + ", " + m[5] + "], [" + m[6]
                + ", " + m[7] + ", " + m[8] + "]]";
    }

    private static double[] transposed(double[] m) {
        return Matrix3.transpose(m);
    }
}
