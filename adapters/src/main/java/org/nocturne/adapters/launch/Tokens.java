package org.nocturne.adapters.launch;

import java.util.regex.Pattern;

/** What a token may look like: one plain word to a shell, to /proc and to a queue. */
public final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    private Tokens() {}

    /** @throws IllegalArgumentException if it is no such word */
    public static void require(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException(
                    "token is '" + token + "'; wanted are up to 128 letters, digits, dots, dashes and underscores");
        }
    }
}
