package org.nocturne.adapters.builtin.potential;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import org.nocturne.core.structure.Element;

/**
 * Reads parameters as LAMMPS' {@code pair_style sw} writes them: entries of three elements and eleven numbers, over any number of lines,
 * with comments after #, in metal units.
 */
final class SwFile {
    private static final int WORDS = 14;

    private SwFile() {}

    /** @throws IllegalArgumentException saying which entry cannot be meant */
    static List<SwEntry> parse(String text) {
        List<String> words = new ArrayList<>();
        for (String line : text.split("\\R", -1)) {
            if (line.contains("UNITS:") && !line.contains("UNITS: metal")) {
                throw new IllegalArgumentException(
                        "its first lines say '" + line.strip() + "'; metal units are wanted");
            }
            StringTokenizer tokens = new StringTokenizer(line.replaceFirst("#.*", ""));
            while (tokens.hasMoreTokens()) {
                words.add(tokens.nextToken());
            }
        }
        if (words.isEmpty() || words.size() % WORDS != 0) {
            throw new IllegalArgumentException("it holds " + words.size()
                    + " words; entries of 14 are wanted: three elements, then epsilon, sigma, a, lambda, gamma,"
                    + " cos(theta0), A, B, p, q, tol");
        }
        List<SwEntry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int k = 0; k < words.size(); k += WORDS) {
            SwEntry entry = entry(words.subList(k, k + WORDS));
            if (!seen.add(entry.triplet())) {
                throw new IllegalArgumentException("entry " + entry.triplet() + " is there twice");
            }
            entries.add(entry);
        }
        return List.copyOf(entries);
    }

    private static SwEntry entry(List<String> words) {
        double[] number = new double[WORDS];
        for (int k = 3; k < WORDS; k++) {
            number[k] = number(words, k);
        }
        return new SwEntry(
                element(words, 0),
                element(words, 1),
                element(words, 2),
                number[3],
                number[4],
                number[5],
                number[6],
                number[7],
                number[8],
                number[9],
                number[10],
                number[11],
                number[12],
                number[13]);
    }

    private static Element element(List<String> words, int k) {
        return Element.ofSymbol(words.get(k))
                .orElseThrow(() -> new IllegalArgumentException(
                        "entry '" + String.join(" ", words) + "' names '" + words.get(k) + "', which is no element"));
    }

    private static double number(List<String> words, int k) {
        boolean cosine = k == 8;
        try {
            double value = Double.parseDouble(words.get(k));
            if (Double.isFinite(value) && (value >= 0 || cosine)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, with the entry it stands in
        }
        throw new IllegalArgumentException("entry '" + String.join(" ", words) + "' holds '" + words.get(k)
                + "'; a number" + (cosine ? "" : " not below 0") + " is wanted");
    }
}
