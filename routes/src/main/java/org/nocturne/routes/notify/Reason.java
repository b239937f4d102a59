package org.nocturne.routes.notify;

import java.util.regex.Pattern;
import org.apache.camel.http.base.HttpOperationFailedException;

/** Why a notice did not arrive, in one line without anything that is secret. */
final class Reason {
    private static final int MOST_CHARACTERS = 300;
    /** The path of a webhook's address is its password. */
    private static final Pattern PATH_OF_ADDRESS = Pattern.compile("(?i)\\b(https?://[^/\\s]+)/\\S+");

    private Reason() {}

    static String of(Throwable why) {
        Throwable root = why;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String said = root instanceof HttpOperationFailedException http
                ? "the address answered " + http.getStatusCode() + " " + http.getStatusText()
                : root.getClass().getSimpleName() + ": " + root.getMessage();
        String line = PATH_OF_ADDRESS
                .matcher(said)
                .replaceAll("$1/...")
                .replaceAll("\\s+", " ")
                .replace('"', '\'')
                .strip();
        return line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) : line;
    }
}
