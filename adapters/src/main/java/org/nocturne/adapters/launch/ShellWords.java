package org.nocturne.adapters.launch;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The one place where words are quoted for a POSIX shell. */
public final class ShellWords {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+:,./-]+");

    private ShellWords() {}

    /**
     * The word in single quotes, unless it is plain.
     *
     * @throws IllegalArgumentException if it holds a NUL, which no argument can
     */
    public static String quote(String word) {
        if (word.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("an argument cannot hold a NUL character");
        }
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** A whole command line. */
    public static String quote(List<String> words) {
        return words.stream().map(ShellWords::quote).collect(Collectors.joining(" "));
    }
}
