package org.nocturne.core.format;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nocturne.core.spectrum.PatternAxis;

/**
 * What the lines before the numbers say of the first column. The line nearest to the numbers is heard first: it names the columns. One
 * that begins with q or r is believed; two-theta is recognised anywhere.
 *
 * @param lines without their marks of comment
 */
record SpectrumHeader(List<String> lines) {
    private static final Pattern MARKS = Pattern.compile("^[#!%\\s\"']*(L\\s)?[\\s\"'$]*");
    private static final Pattern Q = Pattern.compile("(?i)^q\\b|^q[\\[(_/{]");
    private static final Pattern PER_NM =
            Pattern.compile("(?i)1\\s*/\\s*nm|nm\\s*\\^?\\{?[-\u2212]\\s*1|nm\u207B\u00B9");
    private static final Pattern R = Pattern.compile("(?i)^r\\s*[\\[($]|^r[\\s,;]+g\\b");
    private static final Pattern TWO_THETA =
            Pattern.compile("(?i)(2|two)[-_ ]*th(eta)?(?![a-z])|2\\s*[\u03B8\u0398]|\\btth\\b|\\btwotheta");
    private static final Pattern WAVELENGTH = Pattern.compile(
            "(?i)(?:wave[-_ ]?length|lambda|\u03BB)[^\\d.]{0,20}(\\d*\\.?\\d+(?:e[+-]?\\d+)?)\\s*(nm\\b|m\\b)?");

    SpectrumHeader {
        lines = lines.stream().map(line -> MARKS.matcher(line).replaceFirst("")).toList();
    }

    Optional<PatternAxis> axis() {
        for (int k = lines.size() - 1; k >= 0; k--) {
            Optional<PatternAxis> said = axis(lines.get(k));
            if (said.isPresent()) {
                return said;
            }
        }
        return Optional.empty();
    }

    private static Optional<PatternAxis> axis(String line) {
        if (Q.matcher(line).find()) {
            return Optional.of(PER_NM.matcher(line).find() ? PatternAxis.Q_NM : PatternAxis.Q);
        }
        if (R.matcher(line).find()) {
            return Optional.of(PatternAxis.R);
        }
        return TWO_THETA.matcher(line).find() ? Optional.of(PatternAxis.TWO_THETA) : Optional.empty();
    }

    /** In angstrom. */
    OptionalDouble wavelength() {
        for (String line : lines) {
            Matcher found = WAVELENGTH.matcher(line);
            if (found.find()) {
                double value = Double.parseDouble(found.group(1));
                String unit = found.group(2) == null ? "" : found.group(2);
                return OptionalDouble.of(unit.equals("nm") ? 10 * value : unit.equals("m") ? 1e10 * value : value);
            }
        }
        return OptionalDouble.empty();
    }
}
