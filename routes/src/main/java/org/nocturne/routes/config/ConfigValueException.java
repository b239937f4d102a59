package org.nocturne.routes.config;

/** Thrown by the records of the configuration; the reader adds file, line and the path above the key. */
public final class ConfigValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;

    ConfigValueException(String key, String problem) {
        super(problem);
        this.key = key;
    }

    public String key() {
        return key;
    }
}
