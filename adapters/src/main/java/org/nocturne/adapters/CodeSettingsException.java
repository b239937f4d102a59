package org.nocturne.adapters;

/** Settings of a code that a person must repair: says which, what was found, and what is wanted. */
public final class CodeSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CodeSettingsException(String message) {
        super(message);
    }
}
