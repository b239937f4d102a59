package org.nocturne.routes.config;

import java.nio.file.Path;

/** A campaign file that cannot be meant: one line with file, line, key, what was found and what is wanted. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigException(Path file, String problem) {
        super(file + ": " + problem);
    }

    /** @param line counted from 1 */
    public ConfigException(Path file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
    }
}
