package org.nocturne.core.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.nocturne.core.spectrum.PatternAxis;
import org.nocturne.core.spectrum.Spectrum;
import org.nocturne.core.spectrum.TwoTheta;

/**
 * Spectra as text, as instruments and programs leave them (.xy, .xye, .dat, .chi, .csv): first column q or two-theta, then intensity
 * and, where known, its standard error, parted by blanks, commas or semicolons. Lines that begin with #, ! or % are comments; one line
 * of column names may stand before the numbers, in a .chi file four. What the lines before the numbers say of the first column is
 * heeded. Numbers are written so that they read back to the last bit.
 */
public final class SpectrumFile {
    /** No measurement reaches further; a first column that does is no q in 1/angstrom. */
    private static final double BEYOND_ANY_Q = 60;

    private SpectrumFile() {}

    /**
     * What a person says of the first column; a file that says otherwise is refused.
     *
     * @param axis null: what the file says, else q in 1/angstrom
     * @param wavelengthAngstrom of two-theta; null: what the file says
     */
    public record Said(@Nullable PatternAxis axis, @Nullable Double wavelengthAngstrom) {
        public static Said nothing() {
            return new Said(null, null);
        }
    }

    /**
     * A spectrum of which nothing is known but the file.
     *
     * @throws FormatException if the file is absent or a line cannot be meant; names the file and the line
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Spectrum read(Path file) {
        return read(file, Said.nothing());
    }

    /** The same of a file of which a person has said something; two-theta and 1/nm are made q in 1/angstrom. */
    public static Spectrum read(Path file, Said said) {
        SpectrumTable table = new SpectrumTable(file, text(file));
        PatternAxis axis = axis(file, table, said);
        double[] q = table.column(0);
        requireRising(table, q, axis);
        double[] sigma = table.hasErrors() ? table.column(2) : new double[0];
        for (int k = 0; k < sigma.length; k++) {
            if (sigma[k] <= 0) {
                throw table.wrong(k, "the error is " + sigma[k] + "; it must be above 0");
            }
        }
        return new Spectrum(converted(file, table, q, axis, said), table.column(1), sigma);
    }

    private static PatternAxis axis(Path file, SpectrumTable table, Said said) {
        Optional<PatternAxis> told = table.header().axis();
        if (said.axis() != null && told.isPresent() && told.get() != said.axis()) {
            throw new FormatException(
                    file,
                    "says that its first column is " + told.get().word() + ", and you that it is "
                            + said.axis().word() + "; wanted is one of the two");
        }
        PatternAxis axis = said.axis() != null ? said.axis() : told.orElse(PatternAxis.Q);
        double[] x = table.column(0);
        if (said.axis() == null && told.isEmpty() && x[x.length - 1] > BEYOND_ANY_Q) {
            throw table.wrong(
                    x.length - 1,
                    "the first column reaches " + x[x.length - 1]
                            + ", which is no q in 1/angstrom, and the file does not say what"
                            + " it is; wanted is an axis (two-theta with a wavelength, or q-nm)");
        }
        if (axis == PatternAxis.R) {
            throw new FormatException(
                    file, "holds a function of the distance r, such as G(r); wanted is a pattern over q or two-theta");
        }
        return axis;
    }

    private static void requireRising(SpectrumTable table, double[] x, PatternAxis axis) {
        for (int k = 0; k < x.length; k++) {
            if (x[k] < 0 || k > 0 && x[k] <= x[k - 1]) {
                String name = axis == PatternAxis.TWO_THETA ? "two-theta" : "q";
                throw table.wrong(k, name + " is " + x[k] + "; " + name + " must rise strictly and not be negative");
            }
        }
    }

    private static double[] converted(Path file, SpectrumTable table, double[] x, PatternAxis axis, Said said) {
        if (axis == PatternAxis.Q_NM) {
            return Arrays.stream(x).map(q -> q / 10).toArray();
        }
        if (axis != PatternAxis.TWO_THETA) {
            return x;
        }
        OptionalDouble told = table.header().wavelength();
        if (said.wavelengthAngstrom() == null && told.isEmpty()) {
            throw new FormatException(
                    file, "has two-theta in its first column and no wavelength; wanted is one, in angstrom");
        }
        double wavelength = said.wavelengthAngstrom() == null ? told.getAsDouble() : said.wavelengthAngstrom();
        double[] q = new double[x.length];
        for (int k = 0; k < q.length; k++) {
            try {
                q[k] = new TwoTheta(wavelength).qPerAngstrom(x[k]);
            } catch (IllegalArgumentException e) {
                throw table.wrong(k, String.valueOf(e.getMessage()));
            }
        }
        return q;
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

    private static String text(Path file) {
        try {
            return TextInput.read(file, "a spectrum, lines of q, intensity and optionally its error");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
