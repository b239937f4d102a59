package org.nocturne.core.format;

import java.nio.file.Path;

/** A file that a person must repair: names the file, the line where one can be named, what was found and what is wanted. */
public final class FormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FormatException(Path file, String problem) {
        super(file + ": " + problem);
    }

    /** @param line counted from 1 */
    public FormatException(Path file, long line, String problem) {
        super(file + ":" + line + ": " + problem);
    }
}
