package org.nocturne.routes.rehearsal;

/**
 * One thing that a rehearsal has looked at.
 *
 * @param told what was seen, and where it is not good what to do
 */
public record Finding(String what, Verdict verdict, String told) {

    public enum Verdict {
        GOOD,
        /** Not seen, which says nothing against the night. */
        OPEN,
        BAD
    }

    static Finding good(String what, String told) {
        return new Finding(what, Verdict.GOOD, told);
    }

    static Finding open(String what, String told) {
        return new Finding(what, Verdict.OPEN, told);
    }

    static Finding bad(String what, String told) {
        return new Finding(what, Verdict.BAD, told);
    }
}
