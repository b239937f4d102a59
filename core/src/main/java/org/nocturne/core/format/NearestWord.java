package org.nocturne.core.format;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word a person probably meant: the one that is the fewest single-letter edits away (Levenshtein 1966). */
public final class NearestWord {
    private NearestWord() {}

    /** The nearest of the known words, if it is near enough to be meant: at most a third of its letters differ. */
    public static Optional<String> of(String found, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String word) -> edits(found, word))
                        .thenComparing(word -> word))
                .filter(word -> edits(found, word) <= Math.max(1, Math.max(word.length(), found.length()) / 3));
    }

    private static int edits(String a, String b) {
        String x = a.toLowerCase(Locale.ROOT);
        String y = b.toLowerCase(Locale.ROOT);
        int[] above = new int[y.length() + 1];
        for (int j = 0; j <= y.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= x.length(); i++) {
            int[] row = new int[y.length() + 1];
            row[0] = i;
            for (int j = 1; j <= y.length(); j++) {
                int exchange = above[j - 1] + (x.charAt(i - 1) == y.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(exchange, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[y.length()];
    }
}
