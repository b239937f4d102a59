package org.nocturne.adapters.lammps;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nocturne.core.structure.Element;
import org.nocturne.core.work.PairPotential;

/**
 * A potential of a campaign file with a tabulated one laid over it: {@code pair_style hybrid/overlay}, whose parts simply add. The lines of
 * the file keep their numbers; each only says to which part it belongs.
 */
final class AddedPairs {
    static final String FILE = "added-pairs.table";

    private static final String OVERLAY = "hybrid/overlay";
    private static final String TABLE = "table";

    /** What LAMMPS must have been built with. */
    static final List<String> STYLES = List.of(OVERLAY, TABLE);

    /** LAMMPS keeps the values evenly in r^2; at 2 angstrom and a cut-off of 15 this many stand 0.003 angstrom apart. */
    private static final int KEPT = 20_000;

    private AddedPairs() {}

    /**
     * @param pair the lines of the campaign file
     * @param elements of the atom types, in their order
     * @throws IllegalArgumentException if no table can be laid over these lines; the message says why
     */
    static List<String> lines(List<String> pair, PairPotential added, List<Element> elements) {
        List<String> out = new ArrayList<>();
        String style = "";
        boolean overlaid = false;
        for (String line : pair) {
            String[] words = line.strip().split("\\s+");
            switch (words[0]) {
                case "pair_style" -> {
                    style = words[1];
                    overlaid = style.equals(OVERLAY);
                    requireRoom(line, words);
                    out.add("pair_style " + OVERLAY + " " + after(words, overlaid ? 2 : 1) + " " + TABLE + " linear "
                            + KEPT);
                }
                case "pair_coeff" ->
                    out.add(
                            overlaid
                                    ? line
                                    : "pair_coeff " + words[1] + " " + words[2] + " " + style
                                            + (words.length > 3 ? " " + after(words, 3) : ""));
                case "pair_modify" -> out.add(overlaid ? line : "pair_modify pair " + style + " " + after(words, 1));
                default -> out.add(line);
            }
        }
        for (PairPotential.Kind kind : added.kinds()) {
            int a = elements.indexOf(kind.a()) + 1;
            int b = elements.indexOf(kind.b()) + 1;
            if (a > 0 && b > 0) {
                out.add("pair_coeff " + Math.min(a, b) + " " + Math.max(a, b) + " " + TABLE + " " + FILE + " "
                        + section(kind));
            }
        }
        return out;
    }

    private static void requireRoom(String line, String[] words) {
        for (int k = 1; k < words.length; k++) {
            if (words[k].equals("hybrid") || words[k].equals("hybrid/scaled") || words[k].equals(TABLE)) {
                throw new IllegalArgumentException("lammps.pair has '" + line + "'; a potential cannot be added to "
                        + words[k] + ", only to one style or to " + OVERLAY + " without a table");
            }
        }
    }

    private static String after(String[] words, int first) {
        return String.join(" ", List.of(words).subList(first, words.length));
    }

    /** In the format that {@code pair_style table} reads. */
    static void write(PairPotential added, Path file) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.US_ASCII))) {
            out.println("# pair potential added by Nocturne, " + added.id() + "; index, angstrom, eV, eV/angstrom");
            for (PairPotential.Kind kind : added.kinds()) {
                int n = kind.size();
                double step = (added.toAngstrom() - added.fromAngstrom()) / (n - 1);
                out.printf("%n%s%n", section(kind));
                out.printf(Locale.ROOT, "N %d R %.17g %.17g%n%n", n, added.fromAngstrom(), added.toAngstrom());
                double[] energy = kind.energyEv();
                double[] force = kind.forceEvPerAngstrom();
                for (int k = 0; k < n; k++) {
                    out.printf(
                            Locale.ROOT,
                            "%d %.17g %.17g %.17g%n",
                            k + 1,
                            added.fromAngstrom() + k * step,
                            energy[k],
                            force[k]);
                }
            }
            if (out.checkError()) {
                throw new IOException(file + ": the table could not be written whole");
            }
        }
    }

    private static String section(PairPotential.Kind kind) {
        return kind.a().symbol() + "-" + kind.b().symbol();
    }
}
