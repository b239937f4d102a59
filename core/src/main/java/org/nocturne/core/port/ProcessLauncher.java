package org.nocturne.core.port;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Starts a program aside, in its own work directory, and says what has become of it. The program outlives the one who started it; a
 * restarted one finds it again by its token.
 */
public interface ProcessLauncher {

    /**
     * Starts the program and returns.
     *
     * @param token names this attempt: letters, digits, dots, dashes and underscores
     * @param workDir its current directory, created where there is none; it belongs to one token
     * @param limit wall time, after which it is ended
     * @throws java.io.UncheckedIOException if the work directory cannot be written
     * @throws IllegalStateException if a program with this token is alive
     */
    void start(String token, Program program, Path workDir, Duration limit);

    Standing look(String token, Path workDir);

    /** Ends it and returns when it is gone; nothing where it has ended. */
    void end(String token, Path workDir);

    /**
     * @param arguments the program, then its arguments
     * @param environment added to that of the one who starts it
     */
    record Program(List<String> arguments, Map<String, String> environment) {
        public Program {
            arguments = List.copyOf(arguments);
            environment = Map.copyOf(environment);
        }
    }

    enum Phase {
        NEVER_STARTED,
        RUNNING,
        /** With exit code 0. */
        SUCCEEDED,
        FAILED
    }

    /**
     * @param ending how it ended in words, with its exit code; empty before
     * @param errors file that holds what it wrote to stderr
     */
    record Standing(Phase phase, String ending, Path errors) {}
}
