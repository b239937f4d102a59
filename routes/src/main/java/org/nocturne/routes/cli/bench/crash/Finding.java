package org.nocturne.routes.cli.bench.crash;

/** Something that must not be after a death. */
record Finding(Kind kind, String what) {

    /** What a proof counts. */
    enum Kind {
        /** A label that was there and is gone or another, a candidate that never came to one, a line of the log without an event. */
        LOST,
        /** A second label of one frame and method, a step that was done twice. */
        DUPLICATED,
        /** A file that is not what was recorded. */
        TORN,
        /** A process that a finished campaign left behind. */
        ORPHAN,
        /** A process that did what another did at the same time. */
        SECOND_COPY,
        /** A runner that did not go on by itself, or never ended. */
        REFUSED,
        /** Another invariant of the store that did not hold. */
        BROKEN
    }
}
