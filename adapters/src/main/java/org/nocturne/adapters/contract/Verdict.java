package org.nocturne.adapters.contract;

/** What a check found. */
public record Verdict(String check, Kind kind, String detail) {

    /** Passed, failed, or not applicable. */
    public enum Kind {
        PASS,
        FAIL,
        /** The code does not offer what is checked, and need not. */
        NOT_OFFERED
    }
}
