package org.nocturne.learning.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nocturne.core.format.Sha256;

/**
 * A copy of an H2 store, packed. Its name says all that is known of it, so that copy and knowledge cannot come apart.
 *
 * @param taken such as 20261129T064512Z
 * @param events that it holds
 * @param sha256 of the file, 64 hex digits
 */
public record Backup(Path file, String taken, long events, String sha256) {
    private static final Pattern NAME = Pattern.compile("(\\d{8}T\\d{6}Z)-events-(\\d+)-([0-9a-f]{64})\\.zip");

    static String name(String taken, long events, String sha256) {
        return taken + "-events-" + events + "-" + sha256 + ".zip";
    }

    static Optional<Backup> named(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches()
                ? Optional.of(new Backup(file, name.group(1), Long.parseLong(name.group(2)), name.group(3)))
                : Optional.empty();
    }

    /** Whether it is the file that was written. */
    public boolean holds() {
        try {
            return Files.exists(file) && Sha256.of(file).equals(sha256);
        } catch (IOException e) {
            return false; // it cannot be read, so it is of no use
        }
    }
}
