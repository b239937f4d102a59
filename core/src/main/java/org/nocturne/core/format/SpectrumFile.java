package org.nocturne.core.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.nocturne.core.spectrum.Spectrum;

/**
 * Spectra as text: q in 1/angstrom, intensity and, where known, its standard error, in columns parted by blanks or commas. Lines that
 * begin with # are comments; one line of column names may stand before the numbers. Numbers are written so that they read back to
 * the last bit.
 */
public final class SpectrumFile {
    private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*|\\s+");

    private SpectrumFile() {}

    /**
     * @throws FormatException if the file is absent or a line cannot be meant; names the file and the line
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Spectrum read(Path file) {
        List<double[]> rows = new ArrayList<>();
        List<String> lines = lines(file);
        boolean mayBeHeader = true;
        for (int n = 0; n < lines.size(); n++) {
            String line = lines.get(n).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] words = SEPARATOR.split(line, -1);
            if (!(mayBeHeader && isHeader(words))) {
                rows.add(row(file, n + 1, words, rows));
            }
            mayBeHeader = false;
        }
        if (rows.isEmpty()) {
            throw new FormatException(file, "has no data; wanted lines of q, intensity and optionally its error");
        }
        return new Spectrum(
                column(rows, 0), column(rows, 1), rows.get(0).length == 3 ? column(rows, 2) : new double[0]);
    }

    /** Writes beside the file, syncs, then moves into place: a reader sees the old file or the new one, never half of it. */
    public static void write(Path file, Spectrum spectrum, List<String> comments) {
        StringBuilder text = new StringBuilder();
        for (String comment : comments) {
            comment.lines().forEach(line -> text.append("# ").append(line).append('\n'));
        }
        text.append(spectrum.hasSigma() ? "# q(1/angstrom) intensity sigma\n" : "# q(1/angstrom) intensity\n");
        double[] q = spectrum.qPerAngstrom();
        double[] intensity = spectrum.intensity();
        double[] sigma = spectrum.sigma();
        for (int k = 0; k < q.length; k++) {
            text.append(q[k]).append(' ').append(intensity[k]);
            if (spectrum.hasSigma()) {
                text.append(' ').append(sigma[k]);
            }
            text.append('\n');
        }
        moveIntoPlace(file.toAbsolutePath(), text.toString());
    }

    private static void moveIntoPlace(Path file, String text) {
        try {
            Path aside = WholeFile.aside(file);
            try (FileChannel channel = FileChannel.open(
                    aside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            WholeFile.publish(aside, file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e, e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new FormatException(file, "there is no such file; wanted a spectrum");
        } catch (MalformedInputException e) {
            throw new FormatException(file, "is not text in UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** No word is a number: "q,I(Q)". A line with one number in it is a damaged row, not a header. */
    private static boolean isHeader(String[] words) {
        for (String word : words) {
            if (isNumber(word)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(String word) {
        try {
            Double.parseDouble(word);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static double[] row(Path file, int line, String[] words, List<double[]> before) {
        int wanted = before.isEmpty() ? words.length : before.get(0).length;
        if (words.length != wanted || wanted < 2 || wanted > 3) {
            throw new FormatException(
                    file,
                    line,
                    "found " + words.length + " columns; wanted "
                            + (before.isEmpty()
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
        if (row[0] < 0 || (!before.isEmpty() && row[0] <= before.get(before.size() - 1)[0])) {
            throw new FormatException(file, line, "q is " + words[0] + "; q must rise strictly and not be negative");
        }
        if (row.length == 3 && row[2] <= 0) {
            throw new FormatException(file, line, "the error is " + words[2] + "; it must be above 0");
        }
        return row;
    }

    private static double[] column(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).toArray();
    }
}
