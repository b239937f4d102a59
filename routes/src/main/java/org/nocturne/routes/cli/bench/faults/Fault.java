package org.nocturne.routes.cli.bench.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nocturne.core.work.Cause;

/** What goes wrong in a campaign. */
enum Fault {
    HANG("sleeps for ever", Cause.STALLED),
    DEAF("sleeps for ever and does not hear SIGTERM", Cause.STALLED),
    SLOW_DRIP("does one step of 1000 a second", Cause.STALLED),
    NAN("an energy is not a number, exit code 0", Cause.NOT_FINITE),
    NOTHING_WRITTEN("exit code 0 and no output", Cause.UNREADABLE_OUTPUT),
    TRUNCATED_DUMP("a dump ends in the middle of a line, exit code 0", Cause.UNREADABLE_OUTPUT),
    WRONG_ATOM_COUNT("a dump lacks an atom, exit code 0", Cause.WRONG_ATOM_COUNT),
    FOREIGN_OUTPUT("the log is that of another run, exit code 0", Cause.FOREIGN_OUTPUT),
    ENDLESS_LOG("writes into its log without end", Cause.OUTPUT_TOO_LARGE),
    FORKS_AND_EXITS("leaves a process in a session of its own behind, exit code 0", Cause.UNREADABLE_OUTPUT),
    CRASH("SIGSEGV", Cause.BAD_EXIT),
    KILLED("SIGKILL, as by a kernel without memory", Cause.KILLED),
    DISK_FULL("the disk of the work directories is full", Cause.DISK_FULL),
    READ_ONLY("its directory cannot be written", Cause.NODE_FAILURE),
    TWO_RUNNERS("a second runner is started on the campaign"),
    CLOCK_BACK("the clock is set back by an hour");

    private final String words;
    private final Optional<Cause> cause;

    Fault(String words, Cause cause) {
        this.words = words;
        this.cause = Optional.of(cause);
    }

    Fault(String words) {
        this.words = words;
        this.cause = Optional.empty();
    }

    /** As it is called on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String inWords() {
        return words;
    }

    /** What is to be recorded of it; empty where no calculation is to suffer. */
    Optional<Cause> wanted() {
        return cause;
    }

    /** @throws IllegalArgumentException if there is none of this name */
    static Fault ofWord(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--only is '" + word + "'; known are " + String.join(", ", words())));
    }

    private static List<String> words() {
        return Arrays.stream(values()).map(Fault::word).toList();
    }
}
