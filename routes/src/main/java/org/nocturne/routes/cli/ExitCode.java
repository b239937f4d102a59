package org.nocturne.routes.cli;

/** What the shell gets. The table stands in docs/exit-codes.md. */
public final class ExitCode {
    public static final int OK = 0;
    /** Something went wrong that is none of the below; part of the work may be done. */
    public static final int FAULT = 1;
    /** The command line, a campaign file or another input cannot be meant. Nothing was touched. */
    public static final int BAD_INPUT = 2;
    /** A program is missing and may not be installed from here. */
    public static final int MISSING_PROGRAM = 3;
    /** The campaign could not go on: its calculations fail. */
    public static final int CAMPAIGN_FAILED = 4;
    /** The campaign's store is in use by another runner. */
    public static final int IN_USE = 5;
    /** A budget of the campaign is spent; its report is written, resume with more goes on. */
    public static final int SPENT = 6;
    /** The disk is full, and the store could not be written; resume goes on when there is room. */
    public static final int NO_ROOM = 7;
    /** The store is damaged and no backup holds; nothing was changed. */
    public static final int TORN = 8;
    /** Stopped by a person; resume goes on. */
    public static final int STOPPED = 130;

    private ExitCode() {}
}
