package org.nocturne.adapters.script;

import org.nocturne.adapters.CodeSettingsException;
import org.nocturne.adapters.PlainYaml;
import org.nocturne.core.format.Sha256;

/** The text of an adapter, read as plain data. */
record AdapterFile(String origin, String text, ScriptAdapter adapter) {

    /**
     * Reads an adapter.
     *
     * @param origin the file, named in errors
     * @throws CodeSettingsException naming file and line, what was found and what is wanted
     */
    static AdapterFile of(String origin, String text) {
        ScriptAdapter adapter = PlainYaml.read(origin, text, ScriptAdapter.class);
        try {
            Completeness.check(adapter);
            Patterns.check(adapter);
            return new AdapterFile(origin, text, adapter);
        } catch (IllegalArgumentException e) {
            throw new CodeSettingsException(origin + ": " + e.getMessage());
        }
    }

    /** The beginning of its SHA-256: whatever changes in an adapter may change its numbers. */
    String fingerprint() {
        return Sha256.of(text).substring(0, 16);
    }
}
