package org.nocturne.generator.neural;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nocturne.core.format.Sha256;

/** Files that a manifest names by their hash. */
final class ModelFiles {
    private ModelFiles() {}

    /** @throws ModelException if the file is missing or has another hash */
    static void check(Path file, String wanted) {
        if (!Files.isRegularFile(file)) {
            throw new ModelException(file + ": there is no such file, but the manifest names it");
        }
        String found = sha256(file);
        if (!found.equals(wanted)) {
            throw new ModelException(
                    file + ": SHA-256 is " + found + "; the manifest states " + wanted + "; the file is not run");
        }
    }

    private static String sha256(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw new ModelException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
