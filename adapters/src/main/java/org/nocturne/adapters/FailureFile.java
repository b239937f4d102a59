package org.nocturne.adapters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Failures in a file of their own. The first entry that is found wins. */
record FailureFile(List<KnownFailure> failures) {

    FailureFile {
        if (failures == null) {
            throw new IllegalArgumentException("failures is missing; wanted is a list of causes with patterns");
        }
        failures = List.copyOf(failures);
    }

    /** @throws CodeSettingsException naming file and line */
    static List<KnownFailure> ofResource(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new CodeSettingsException("resource " + name + " is missing beside " + beside.getName());
            }
            return of(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new CodeSettingsException("resource " + name + " cannot be read: " + e.getMessage());
        }
    }

    /** @throws CodeSettingsException naming file and line; none where there is no such file */
    static List<KnownFailure> ofSite(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return of(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new CodeSettingsException(file + " cannot be read: " + e.getMessage());
        }
    }

    private static List<KnownFailure> of(String origin, String text) {
        return PlainYaml.read(origin, text, FailureFile.class).failures();
    }
}
