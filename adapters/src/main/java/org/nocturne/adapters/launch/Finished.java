package org.nocturne.adapters.launch;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.nocturne.core.work.Cause;

/**
 * How a process ended.
 *
 * @param exitCode as a shell gives it: 128 + n after signal n; {@link #NO_EXIT_CODE} where none was left behind
 * @param took wall time
 * @param endedBy why Nocturne ended it: TIMED_OUT, CANCELLED, STALLED; empty where it ended by itself
 * @param because what was seen of it before it was ended; empty where the cause says all
 */
public record Finished(int exitCode, Duration took, Optional<Cause> endedBy, Optional<String> because) {

    /** The process is gone and left no exit code: the machine went down, or its wrapper was killed too. */
    public static final int NO_EXIT_CODE = -1;

    /** Signals that a program brings upon itself: ILL, TRAP, ABRT, BUS, FPE, SEGV. Nobody has killed it. */
    private static final Set<Integer> CRASHES = Set.of(4, 5, 6, 7, 8, 11);

    /** SIGXFSZ: it wrote past the size that one file may have. */
    private static final int FILE_TOO_LARGE = 128 + 25;

    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_FOUND = 127;

    public Finished(int exitCode, Duration took, Optional<Cause> endedBy) {
        this(exitCode, took, endedBy, Optional.empty());
    }

    /** It ended by itself. */
    public static Finished byItself(int exitCode, Duration took) {
        return new Finished(exitCode, took, Optional.empty());
    }

    public boolean succeeded() {
        return exitCode == 0;
    }

    /** What the exit code alone tells, for when the output explains nothing; empty for 0 and for a program's own codes. */
    public Optional<Cause> cause() {
        if (exitCode == 0) {
            return Optional.empty();
        }
        if (endedBy.isPresent()) {
            return endedBy;
        }
        if (exitCode == NOT_FOUND || exitCode == NOT_EXECUTABLE) {
            return Optional.of(Cause.MISSING_PROGRAM);
        }
        if (exitCode == FILE_TOO_LARGE) {
            return Optional.of(Cause.OUTPUT_TOO_LARGE);
        }
        boolean crashed = CRASHES.contains(exitCode - 128);
        return exitCode == NO_EXIT_CODE || exitCode > 128 && !crashed ? Optional.of(Cause.KILLED) : Optional.empty();
    }

    /** One phrase: "exit code 137 (signal 9) after 3.2 s", behind what was seen before it was ended. */
    public String inWords() {
        String none = because.isPresent() ? "ended" : "no exit code";
        String code = exitCode == NO_EXIT_CODE ? none : "exit code " + exitCode;
        String signal = exitCode > 128 ? " (signal " + (exitCode - 128) + ")" : "";
        String large = exitCode == FILE_TOO_LARGE ? "a file of it grew past the limit, " : "";
        return because.map(seen -> seen + ", ").orElse(large) + code + signal + " after " + took.toMillis() / 1000.0
                + " s";
    }
}
