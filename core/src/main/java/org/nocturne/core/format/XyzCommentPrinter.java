package org.nocturne.core.format;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nocturne.core.structure.Matrix3;

/** Prints {@code key=value} so that {@link XyzComment}, and ASE, read the same key and the same value of the same type. */
final class XyzCommentPrinter {
    private static final Pattern PLAIN = Pattern.compile("[^\\s\"'{}\\[\\]=\\\\,]+");

    private XyzCommentPrinter() {}

    static String print(String key, XyzValue value) {
        String text = text(key, value);
        // ASE reads "key= next=1" as one pair; only JSON can say that there is nothing.
        String nothing = value instanceof XyzValue.Text ? "\"\"" : "[]";
        return quote(key) + "=" + quote(text.isEmpty() ? XyzComment.JSON + nothing : text);
    }

    private static String text(String key, XyzValue value) {
        if (value instanceof XyzValue.Text it) {
            return it.value();
        } else if (value instanceof XyzValue.Whole it) {
            return Long.toString(it.value());
        } else if (value instanceof XyzValue.Real it) {
            return Decimals.text(it.value());
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
            return XyzComment.MATRICES.contains(key)
                    ? join(Matrix3.transpose(it.rows()))
                    : XyzComment.JSON + jsonRows(it.rows());
        }
        return XyzComment.JSON + ((XyzValue.Json) value).text();
    }

    static String join(double[] values) {
        return Arrays.stream(values).mapToObj(Decimals::text).collect(Collectors.joining(" "));
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

    private static String jsonRows(double[] m) {
        return IntStream.range(0, 3)
                .map(row -> 3 * row)
                .mapToObj(k -> Decimals.text(m[k]) + ", " + Decimals.text(m[k + 1]) + ", " + Decimals.text(m[k + 2]))
                .collect(Collectors.joining("], [", "[[", "]]"));
    }
}
