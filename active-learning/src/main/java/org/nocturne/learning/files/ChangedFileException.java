package org.nocturne.learning.files;

import java.nio.file.Path;

/** A file is not the one that the store recorded. */
public final class ChangedFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChangedFileException(Path file, String wanted, String found) {
        super(file + ": has changed since it was recorded: found " + found + ", wanted SHA-256 " + wanted);
    }
}
